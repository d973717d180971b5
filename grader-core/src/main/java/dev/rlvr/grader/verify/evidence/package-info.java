/** What running programs against a suite shows. Facts only: what is wrong is decided by {@code verify.check}. */
@NullMarked
package dev.rlvr.grader.verify.evidence;

import org.jspecify.annotations.NullMarked;
