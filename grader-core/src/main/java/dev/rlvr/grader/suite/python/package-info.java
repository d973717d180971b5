/** As much of Python's grammar as it takes to find names in test code: lines, tokens, indentation. Nothing is run. */
@NullMarked
package dev.rlvr.grader.suite.python;

import org.jspecify.annotations.NullMarked;
