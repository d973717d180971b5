@NullMarked
package dev.rlvr.grader.judge;

import org.jspecify.annotations.NullMarked;
