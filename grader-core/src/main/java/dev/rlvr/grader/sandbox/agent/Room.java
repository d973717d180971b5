package dev.rlvr.grader.sandbox.agent;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.sandbox.BuildRun;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.ProgramRun;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What the programs of a case may use together, by their limits.
 *
 * @param memory their private files included
 */
public record Room(ByteSize memory, int processes) {

    /** Enough for each of these cases, which run one after the other. */
    static Room forAll(List<CaseRun> cases) {
        return new Room(new ByteSize(most(cases, run -> run.limits().memory().bytes())), (int)
                most(cases, run -> run.limits().processes()));
    }

    /** Enough for a build, and for what it makes, which the box keeps. */
    static Room forBuild(BuildRun build) {
        var limits = build.program().limits();
        return new Room(new ByteSize(limits.memory().bytes() + build.largest().bytes()), limits.processes());
    }

    private static long most(List<CaseRun> cases, ToLongFunction<ProgramRun> limit) {
        return cases.stream()
                .mapToLong(run -> Stream.concat(Stream.of(run.candidate()), run.judge().stream())
                        .mapToLong(limit)
                        .sum())
                .max()
                .orElse(0);
    }

    public boolean holds(Room other) {
        return memory.compareTo(other.memory) >= 0 && processes >= other.processes;
    }

    /** Enough for either of the two. */
    public Room or(Room other) {
        return new Room(
                memory.compareTo(other.memory) >= 0 ? memory : other.memory, Math.max(processes, other.processes));
    }
}
