"""Runs in the start-up phase of the interpreter, before the script is looked at."""

import grader_zygote

grader_zygote.start()
del grader_zygote
