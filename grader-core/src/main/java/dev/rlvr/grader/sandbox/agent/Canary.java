package dev.rlvr.grader.sandbox.agent;

import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.SourceFile;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.ProgramRun;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import java.util.ArrayList;
import java.util.List;

/** A harmless program, to tell whether boxes break by themselves. */
final class Canary {

    private static final CaseRun FORKED = CaseRun.of(
            "canary",
            new ProgramRun(
                    Runner.SCRIPT,
                    List.of(SourceFile.utf8("solution.py", "print(6 * 7)")),
                    List.of(),
                    new byte[0],
                    Limits.DEFAULT));

    /** Where there may be no interpreter. */
    private static final CaseRun EXECUTED = CaseRun.of(
            "canary",
            new ProgramRun(
                    Runner.EXEC, List.of(), List.of("sh", "-c", "echo $((6 * 7))"), new byte[0], Limits.DEFAULT));

    private Canary() {}

    /**
     * Whether it runs well, as often as asked for, each time in the next box.
     *
     * @param suspect runs in the same way
     */
    static boolean sings(BoxPool pool, String kind, CaseRun suspect, int times) throws InterruptedException {
        var run = switch (suspect.candidate().runner()) {
            case EXEC, TELL, CALL, TALK -> EXECUTED;
            case SCRIPT, FUNCTION, CANDIDATE, JUDGE -> FORKED;
        };
        for (var i = 0; i < times; i++) {
            if (!sings(pool, kind, run)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sings(BoxPool pool, String kind, CaseRun run) throws InterruptedException {
        var box = pool.take(kind);
        var sound = false;
        try {
            var answers = new ArrayList<CaseOutcome>();
            box.run(List.of(run), answers::add);
            sound = answers.getFirst().candidate().stdout().text().equals("42\n");
        } catch (AgentGone | CaseFailed _) {
            return false;
        } finally {
            pool.give(box, sound);
        }
        return sound;
    }
}
