@NullMarked
package dev.rlvr.grader.sample;

import org.jspecify.annotations.NullMarked;
