package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.judge.Judge;
import dev.rlvr.grader.language.ToolchainMissing;
import dev.rlvr.grader.language.Toolchains;
import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.ProgramSource;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.model.Submission;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.plan.Planner;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.suite.LabelledSolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs whole programs against suites, exactly as a grader would. Thread-safe. */
public final class Bench {

    private final Planner planner;
    private final Toolchains toolchains;
    private final Sandbox sandbox;
    private final Judge patient;
    private final Judge impatient;

    public Bench(Planner planner, Sandbox sandbox, Toolchains toolchains) {
        this.toolchains = toolchains;
        this.planner = planner;
        this.sandbox = sandbox;
        this.patient = new Judge(sandbox, planner.validators());
        this.impatient = new Judge(new ImpatientSandbox(sandbox), planner.validators());
    }

    public boolean runs(Suite suite) {
        return planner.language(suite) instanceof Planner.Support.Yes;
    }

    /** Every test is run, whatever became of the one before. */
    Trial run(Suite suite, LabelledSolution solution) throws InterruptedException {
        return new Trial(solution, run(patient, suite, solution));
    }

    /** Tests after one that reached a limit are skipped: a program that hangs would hang in each. */
    Trial runUntilLimit(Suite suite, LabelledSolution solution) throws InterruptedException {
        return new Trial(solution, run(impatient, suite, solution));
    }

    /** As {@link #runUntilLimit}, for programs without a label. */
    List<CaseResult> runBriefly(Suite suite, String source) throws InterruptedException {
        return run(impatient, suite, source);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** Why a program cannot be run here; empty if it can. */
    Optional<String> missing(Suite suite, LabelledSolution solution) throws InterruptedException {
        return missing(solution.program().map(ProgramSource::language).orElse(suite.language()));
    }

    Optional<String> missing(String language) throws InterruptedException {
        var found = planner.find(language);
        if (found.isEmpty()) {
            return Optional.of("there is no toolchain for the language " + language);
        }
        try {
            toolchains.require(found.get());
            return Optional.empty();
        } catch (ToolchainMissing e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** A whole program on the inputs of a suite, whatever it prints. */
    List<RunOutcome> outcomes(Suite suite, ProgramSource program) throws InterruptedException {
        var language = planner.find(program.language()).orElseThrow();
        var outcomes = new ArrayList<RunOutcome>();
        sandbox.execute(planner.plan(suite, language, program), (_, outcome) -> outcomes.add(outcome.candidate()));
        return outcomes;
    }

    private List<CaseResult> run(Judge judge, Suite suite, LabelledSolution solution) throws InterruptedException {
        if (solution.program().isEmpty()) {
            return run(judge, suite, solution.source());
        }
        var program = solution.program().get();
        var language = planner.find(program.language()).orElseThrow();
        return judge.judge(suite, ScoringSpec.FRACTION, planner.plan(suite, language, program));
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
