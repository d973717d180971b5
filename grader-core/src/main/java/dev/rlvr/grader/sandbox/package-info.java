@NullMarked
package dev.rlvr.grader.sandbox;

import org.jspecify.annotations.NullMarked;
