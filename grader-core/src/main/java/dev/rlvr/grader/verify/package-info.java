/** Judges suites rather than samples: gathers evidence by running programs, then looks for faults in it. */
@NullMarked
package dev.rlvr.grader.verify;

import org.jspecify.annotations.NullMarked;
