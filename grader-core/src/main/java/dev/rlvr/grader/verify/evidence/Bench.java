package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.judge.Answer;
import dev.rlvr.grader.judge.Judge;
import dev.rlvr.grader.judge.SuiteFault;
import dev.rlvr.grader.language.Language;
import dev.rlvr.grader.language.ToolchainMissing;
import dev.rlvr.grader.language.Toolchains;
import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.ProgramSource;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.model.SourceFile;
import dev.rlvr.grader.model.Submission;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.plan.Planner;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.suite.LabelledSolution;
import dev.rlvr.grader.verify.mutant.Mutant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs whole programs against suites, exactly as a grader would. Thread-safe. */
public final class Bench {

    /** A reference may run into its limits on so many inputs that nobody promised it. */
    private static final int PATIENCE = 3;

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

    /** As {@link #runUntilLimit}. Empty if the tests break on the program: it is a wrong one of ours, so they stay without blame. */
    Optional<Trial> runMutant(Suite suite, LabelledSolution reference, Mutant mutant) throws InterruptedException {
        try {
            return Optional.of(runUntilLimit(suite, Mutator.mutated(reference, mutant)));
        } catch (SuiteFault _) {
            return Optional.empty();
        }
    }

    /** As {@link #runUntilLimit}, for programs without a label. */
    List<CaseResult> runBriefly(Suite suite, String source) throws InterruptedException {
        return run(impatient, suite, source);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** A module in Python that some tests take for granted. */
    SourceFile nodes() {
        return SourceFile.utf8("nodes.py", planner.nodes());
    }

    /** What stands before test code, and before the programs that it calls. */
    String setup(Suite suite) {
        return planner.setup(suite);
    }

    /** The language that a solution is in, as versions of it share it; empty if nobody knows it. */
    Optional<String> language(Suite suite, LabelledSolution solution) {
        var name = solution.program().map(ProgramSource::language).orElse(suite.language());
        return planner.find(name).map(Language::base);
    }

    /** What comes of building a solution; tests that are a part of the program are a part of it. */
    Build build(Suite suite, LabelledSolution solution) throws InterruptedException {
        return Build.of(planned(suite, solution), sandbox);
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

    /** The tests with what a reference answers to them; those to which it answers nothing are left out. */
    List<TestCase> answers(Suite suite, LabelledSolution reference) throws InterruptedException {
        var answered = new ArrayList<TestCase>();
        var slow = new AtomicInteger();
        sandbox.execute(planned(suite, reference), (index, outcome) -> {
            var test = suite.cases().get(index);
            Answer.of(test.check(), outcome.candidate())
                    .ifPresent(answer -> answered.add(
                            new TestCase(test.id(), test.group(), test.weight(), expecting(test.check(), answer))));
            var limit = outcome.candidate().ending() instanceof RunOutcome.Ending.LimitExceeded;
            return !limit || slow.incrementAndGet() < PATIENCE;
        });
        return answered;
    }

    private static Check expecting(Check check, String answer) {
        return switch (check) {
            case Check.Stdio(var stdin, var _, var extras) -> new Check.Stdio(stdin, answer, extras);
            case Check.Call(var arguments, var _) -> new Check.Call(arguments, answer);
            case Check.Code code -> code;
        };
    }

    private List<CaseResult> run(Judge judge, Suite suite, LabelledSolution solution) throws InterruptedException {
        return judge.judge(suite, ScoringSpec.FRACTION, planned(suite, solution));
    }

    private List<CaseResult> run(Judge judge, Suite suite, String source) throws InterruptedException {
        return judge.judge(suite, ScoringSpec.FRACTION, planned(suite, source));
    }

    private Job planned(Suite suite, LabelledSolution solution) {
        if (solution.program().isEmpty()) {
            return planned(suite, solution.source());
        }
        var program = solution.program().get();
        return planner.plan(suite, planner.find(program.language()).orElseThrow(), program);
    }

    private Job planned(Suite suite, String source) {
        var found = new Extraction.Found(new Submission(suite.language(), source), "verify", false);
        return switch (planner.language(suite)) {
            case Planner.Support.Yes(var language) -> planner.plan(suite, language, found);
            case Planner.Support.No(var why) -> throw new IllegalStateException(why); // runs() was not asked
        };
    }
}
