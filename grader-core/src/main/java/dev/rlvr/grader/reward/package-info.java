@NullMarked
package dev.rlvr.grader.reward;

import org.jspecify.annotations.NullMarked;
