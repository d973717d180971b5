@NullMarked
package dev.rlvr.grader.suite;

import org.jspecify.annotations.NullMarked;
