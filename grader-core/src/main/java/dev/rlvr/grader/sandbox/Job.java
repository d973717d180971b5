package dev.rlvr.grader.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * The unit that crosses into a sandbox: everything to run for one submission. Holds inputs, never an expected output of
 * a program: test code is in the {@link CaseRun#judge() judge's} files only, and runs in another process and jail.
 *
 * <p>Mode {@code assert-inline} is the exception: its tests are a part of the program.
 *
 * @param toolchain which language serves it, such as {@code python}, and its version where that is known: what one
 *     version built is no artefact of another
 */
public record Job(String toolchain, Optional<BuildRun> build, List<CaseRun> cases) {
    public Job {
        cases = List.copyOf(cases);
    }

    /** Nothing is built. */
    public Job(String toolchain, List<CaseRun> cases) {
        this(toolchain, Optional.empty(), cases);
    }

    /** The same, for a toolchain whose version is known. */
    public Job of(String version) {
        return new Job(toolchain + " " + version, build, cases);
    }
}
