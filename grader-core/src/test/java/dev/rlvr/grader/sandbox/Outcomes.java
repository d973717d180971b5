package dev.rlvr.grader.sandbox;

import dev.rlvr.grader.model.Usage;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import dev.rlvr.grader.sandbox.RunOutcome.Traces;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Outcomes as a sandbox would give them, for tests of what reads them. */
public final class Outcomes {

    private Outcomes() {}

    public static CaseOutcome alone(RunOutcome candidate) {
        return new CaseOutcome(candidate, Optional.empty());
    }

    public static CaseOutcome judged(RunOutcome candidate, RunOutcome judge) {
        return new CaseOutcome(candidate, Optional.of(judge));
    }

    public static RunOutcome printed(String stdout) {
        return run(new Ending.Exited(0), stdout, "", "");
    }

    public static RunOutcome complained(String stderr) {
        return run(new Ending.Exited(1), "", stderr, "");
    }

    public static RunOutcome reported(String report) {
        return run(new Ending.Exited(0), "", "", report);
    }

    public static RunOutcome run(Ending ending, String stdout, String stderr, String report) {
        return new RunOutcome(ending, output(stdout), output(stderr), output(report), Usage.NONE, Traces.NONE);
    }

    private static Output output(String text) {
        return new Output(text.getBytes(StandardCharsets.UTF_8), false);
    }
}
