@NullMarked
package dev.rlvr.grader.check;

import org.jspecify.annotations.NullMarked;
