/**
 * Turns test results into rewards. Every number here is finite, every denominator is fixed by the suite before anything
 * runs, and what counts is written in {@code docs/rewards.md}.
 */
@NullMarked
package dev.rlvr.grader.reward;

import org.jspecify.annotations.NullMarked;
