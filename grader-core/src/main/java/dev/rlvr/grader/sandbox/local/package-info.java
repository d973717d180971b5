@NullMarked
package dev.rlvr.grader.sandbox.local;

import org.jspecify.annotations.NullMarked;
