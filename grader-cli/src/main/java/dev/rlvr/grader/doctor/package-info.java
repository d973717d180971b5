/** {@code grader doctor}: looks at the machine, by trying what the grader needs, and says how to repair it. */
@NullMarked
package dev.rlvr.grader.doctor;

import org.jspecify.annotations.NullMarked;
