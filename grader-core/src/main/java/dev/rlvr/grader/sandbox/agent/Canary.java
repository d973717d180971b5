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

    private static final CaseRun RUN = CaseRun.of(
            "canary",
            new ProgramRun(
                    Runner.SCRIPT,
                    List.of(SourceFile.utf8("solution.py", "print(6 * 7)")),
                    List.of(),
                    new byte[0],
                    Limits.DEFAULT));

    private Canary() {}

    /** Whether it runs well, as often as asked for, each time in the next box. */
    static boolean sings(BoxPool pool, int times) throws InterruptedException {
        for (var i = 0; i < times; i++) {
            if (!sings(pool)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sings(BoxPool pool) throws InterruptedException {
        var box = pool.take();
        var sound = false;
        try {
            var answers = new ArrayList<CaseOutcome>();
            box.run(List.of(RUN), answers::add);
            sound = answers.getFirst().candidate().stdout().text().equals("42\n");
        } catch (AgentGone | CaseFailed _) {
            return false;
        } finally {
            pool.give(box, sound);
        }
        return sound;
    }
}
