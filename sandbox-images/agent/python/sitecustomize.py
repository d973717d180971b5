"""Runs in the start-up phase of the interpreter, before the script is looked at. The warm interpreter stays in `serve`
for ever; each of its forks returns from it as a jailed process, and then this start-up goes on as if nothing had been."""

import grader_zygote

grader_zygote.serve()
del grader_zygote
