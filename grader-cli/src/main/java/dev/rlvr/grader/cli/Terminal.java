package dev.rlvr.grader.cli;

import java.io.PrintStream;

/** Where a command may print, and what is at the other end. */
record Terminal(PrintStream out, PrintStream err, Settings settings) {}
