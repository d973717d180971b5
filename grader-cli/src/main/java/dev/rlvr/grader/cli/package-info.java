/** The program {@code grader}: options in, tables and JSON lines out. */
@NullMarked
package dev.rlvr.grader.cli;

import org.jspecify.annotations.NullMarked;
