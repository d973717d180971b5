package dev.rlvr.grader.sandbox;

import java.util.List;

/**
 * The unit that crosses into a sandbox: everything to run for one submission. Holds inputs, never an expected output of
 * a program: test code is in the {@link CaseRun#judge() judge's} files only, and runs in another process and jail.
 *
 * @param toolchain which warm interpreter or compiler serves it, such as {@code python}
 */
public record Job(String toolchain, List<CaseRun> cases) {
    public Job {
        cases = List.copyOf(cases);
    }
}
