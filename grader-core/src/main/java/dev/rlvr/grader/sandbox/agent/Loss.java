package dev.rlvr.grader.sandbox.agent;

import dev.rlvr.grader.model.Usage;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.Output;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import dev.rlvr.grader.sandbox.RunOutcome.Traces;
import java.util.Optional;

/**
 * A case that has to be run again, on another box.
 *
 * @param onItsOwn nobody outside of the box is known to have caused it, so the case itself is a suspect
 * @param otherwise what the case gets when it turns out to have caused it
 */
record Loss(String why, boolean onItsOwn, CaseOutcome otherwise) {

    private static final int SIGKILL = 9;

    static Loss ofBox(String why, boolean onItsOwn) {
        return new Loss(why, onItsOwn, new CaseOutcome(brokeTheSandbox(), Optional.empty()));
    }

    /**
     * A judge that died of a signal and did not report. Nothing that a candidate may do sends a SIGKILL to a judge: that
     * one was killed from outside.
     */
    static Optional<Loss> ofJudge(CaseOutcome outcome) {
        return outcome.judge().flatMap(judge -> switch (judge.ending()) {
            case Ending.Signalled(var signal)
            when judge.report().bytes().length == 0 ->
                Optional.of(new Loss("its judge was killed by signal " + signal, signal != SIGKILL, outcome));
            case Ending.Signalled _, Ending.Exited _, Ending.LimitExceeded _, Ending.Stopped _, Ending.BrokeSandbox _ ->
                Optional.empty();
        });
    }

    private static RunOutcome brokeTheSandbox() {
        return new RunOutcome(
                new Ending.BrokeSandbox(), Output.EMPTY, Output.EMPTY, Output.EMPTY, Usage.NONE, Traces.NONE);
    }
}
