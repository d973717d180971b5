/** Measurements that compare two ways of doing the same work in one run, so that a noisy machine is noisy for both. */
@NullMarked
package dev.rlvr.grader.bench;

import org.jspecify.annotations.NullMarked;
