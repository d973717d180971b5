/** Values for tests. */
@NullMarked
package dev.rlvr.grader.testing;

import org.jspecify.annotations.NullMarked;
