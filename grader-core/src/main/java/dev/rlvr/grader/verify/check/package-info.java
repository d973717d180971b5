/** One class for each thing that can be wrong with a suite. Pure: evidence in, findings out. */
@NullMarked
package dev.rlvr.grader.verify.check;

import org.jspecify.annotations.NullMarked;
