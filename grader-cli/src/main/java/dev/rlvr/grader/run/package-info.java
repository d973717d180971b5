/** Takes any number of samples through a grader, in memory that does not depend on how many there are. */
@NullMarked
package dev.rlvr.grader.run;

import org.jspecify.annotations.NullMarked;
