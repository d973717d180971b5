package dev.rlvr.grader.sandbox;

import java.util.Optional;

/** One test: the candidate alone, or the candidate and a judge joined by a socket. */
public record CaseRun(String id, ProgramRun candidate, Optional<ProgramRun> judge) {

    public static CaseRun of(String id, ProgramRun candidate) {
        return new CaseRun(id, candidate, Optional.empty());
    }

    public static CaseRun judged(String id, ProgramRun candidate, ProgramRun judge) {
        return new CaseRun(id, candidate, Optional.of(judge));
    }
}
