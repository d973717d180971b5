/**
 * The grader: {@code extract -> find suite -> plan -> sandbox -> check -> reward}.
 *
 * <p>{@link dev.rlvr.grader.Grader} is the pipeline, {@link dev.rlvr.grader.GraderBuilder} the one place that puts it
 * together. Nothing below this package prints, exits, or asks the machine for its environment.
 */
@NullMarked
package dev.rlvr.grader;

import org.jspecify.annotations.NullMarked;
