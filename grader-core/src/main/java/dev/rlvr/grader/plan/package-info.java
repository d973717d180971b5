@NullMarked
package dev.rlvr.grader.plan;

import org.jspecify.annotations.NullMarked;
