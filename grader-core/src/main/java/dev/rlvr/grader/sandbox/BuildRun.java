package dev.rlvr.grader.sandbox;

import dev.rlvr.grader.model.ByteSize;

/**
 * How the program of a job is built, before its first case.
 *
 * <p>It runs in a jail like any other, with nothing but the sources in its working directory. What it leaves there when it
 * ends with code 0 is in the working directory of every {@link ProgramRun.Runner#EXEC executed} program of the job, and can be changed by none.
 *
 * @param keepSources whether the sources are among it
 * @param largest a build that leaves more than this is over its limit of output
 */
public record BuildRun(ProgramRun program, boolean keepSources, ByteSize largest) {}
