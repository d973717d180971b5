package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.judge.Judge;
import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.model.Submission;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.plan.Planner;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.suite.LabelledSolution;
import java.util.List;

/** Runs whole programs against suites, exactly as a grader would. Thread-safe. */
public final class Bench {

    private final Planner planner;
    private final Sandbox sandbox;
    private final Judge patient;
    private final Judge impatient;

    public Bench(Planner planner, Sandbox sandbox) {
        this.planner = planner;
        this.sandbox = sandbox;
        this.patient = new Judge(sandbox);
        this.impatient = new Judge(new ImpatientSandbox(sandbox));
    }

    public boolean runs(Suite suite) {
        return planner.language(suite) instanceof Planner.Support.Yes;
    }

    /** Every test is run, whatever became of the one before. */
    Trial run(Suite suite, LabelledSolution solution) throws InterruptedException {
        return new Trial(solution, run(patient, suite, solution.source()));
    }

    /** Tests after one that reached a limit are skipped: a program that hangs would hang in each. */
    Trial runUntilLimit(Suite suite, LabelledSolution solution) throws InterruptedException {
        return new Trial(solution, runBriefly(suite, solution.source()));
    }

    /** As {@link #runUntilLimit}, for programs without a label. */
    List<CaseResult> runBriefly(Suite suite, String source) throws InterruptedException {
        return run(impatient, suite, source);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    private List<CaseResult> run(Judge judge, Suite suite, String source) throws InterruptedException {
        var found = new Extraction.Found(new Submission(suite.language(), source), "verify", false);
        return switch (planner.language(suite)) {
            case Planner.Support.Yes(var language) ->
                judge.judge(suite, ScoringSpec.FRACTION, planner.plan(suite, language, found));
            case Planner.Support.No(var why) -> throw new IllegalStateException(why); // runs() was not asked
        };
    }
}
