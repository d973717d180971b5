@NullMarked
package dev.rlvr.grader.extract;

import org.jspecify.annotations.NullMarked;
