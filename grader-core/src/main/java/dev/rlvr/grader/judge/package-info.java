/** From outcomes to verdicts. Sees what programs wrote as bytes; never executes any of it. */
@NullMarked
package dev.rlvr.grader.judge;

import org.jspecify.annotations.NullMarked;
