package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.judge.SuiteFault;
import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.suite.LabelledSolution;
import dev.rlvr.grader.suite.SuiteEntry;
import dev.rlvr.grader.verify.evidence.Probe.Findings;
import dev.rlvr.grader.verify.input.Inputs;
import dev.rlvr.grader.verify.mutant.Mutant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks for inputs on which mutants that passed every test differ from the reference after all. Programs and functions in
 * any language: they run as on tests, and a checker compares what comes out.
 */
final class Search {

    private static final int INPUTS = 200;

    /** Of programs that are slow to start. */
    private static final int FEW_INPUTS = 60;

    /** Of programs that are slow to run: so many that the reference is busy for about so long with them. */
    private static final Duration BUDGET = Duration.ofSeconds(3);

    private static final int LEAST_INPUTS = 8;

    private static final int LONGEST = 160;

    private final Bench bench;
    private final InputTrials validators;

    Search(Bench bench) {
        this.bench = bench;
        this.validators = new InputTrials(bench);
    }

    /**
     * @param references all that pass; on what they do not agree nothing is expected
     * @param survivors of mutants of the first argument's like
     */
    Findings examine(SuiteEntry entry, LabelledSolution reference, List<Trial> references, List<Mutant> survivors)
            throws InterruptedException {
        var tests = answered(entry, reference, references, made(entry, reference, references));
        var witnesses = new ArrayList<Optional<Witness>>();
        for (var survivor : survivors) {
            witnesses.add(
                    tests.isEmpty() ? Optional.empty() : witness(entry.suite().withCases(tests), reference, survivor));
        }
        return new Findings(tests.size(), witnesses);
    }

    private Optional<Witness> witness(Suite suite, LabelledSolution reference, Mutant mutant)
            throws InterruptedException {
        return bench.runMutant(suite, reference, mutant).stream()
                .flatMap(trial -> trial.cases().stream())
                .filter(result -> !result.passed() && result.verdict() != Verdict.SKIPPED)
                .findFirst()
                .map(result -> witness(suite, result));
    }

    private static Witness witness(Suite suite, CaseResult result) {
        var check = suite.cases().stream()
                .filter(test -> test.id().equals(result.id()))
                .findFirst()
                .orElseThrow()
                .check();
        var words = switch (check) {
            case Check.Stdio(var stdin, var expected, var _) ->
                "on stdin " + shown(stdin) + " the reference gives " + shown(expected);
            case Check.Call(var arguments, var expected) ->
                "on the arguments " + shown(arguments) + " the reference gives " + shown(expected);
            case Check.Code code -> code.code();
        };
        return new Witness(words + ", and it does not: " + result.verdict(), Optional.of(check));
    }

    /** Tests with new inputs, without answers. */
    private List<TestCase> made(SuiteEntry entry, LabelledSolution reference, List<Trial> references)
            throws InterruptedException {
        var suite = entry.suite();
        if (suite.checker() instanceof CheckerSpec.Program(var validator)
                && (validator.talks() || validator.passes() > 1)) {
            return List.of();
        }
        var quick = bench.language(suite, reference)
                .filter(name -> name.equals("python"))
                .isPresent();
        return valid(entry, Inputs.like(suite, affordable(references, quick ? INPUTS : FEW_INPUTS)));
    }

    /** With the answers that all references give, more than once. */
    List<TestCase> answered(SuiteEntry entry, LabelledSolution reference, List<Trial> references, List<TestCase> made)
            throws InterruptedException {
        var suite = entry.suite();
        var tests = made.isEmpty() ? made : bench.answers(suite.withCases(made), reference);
        for (var other : references) {
            tests = agreed(suite, other.solution(), tests);
        }
        return tests;
    }

    private static int affordable(List<Trial> references, int most) {
        var slowest = references.stream()
                .flatMap(trial -> trial.slowest().stream())
                .mapToLong(result -> result.usage().cpu().toNanos())
                .max()
                .orElse(0);
        return Math.clamp(BUDGET.toNanos() / Math.max(slowest, 1), LEAST_INPUTS, most);
    }

    /** A validator that breaks on an input of ours says nothing about the suite, and nothing about the other inputs. */
    private List<TestCase> agreed(Suite suite, LabelledSolution reference, List<TestCase> tests)
            throws InterruptedException {
        try {
            return tests.isEmpty() ? tests : passed(suite, reference, tests);
        } catch (SuiteFault _) {
            var left = new ArrayList<TestCase>();
            for (var test : tests.size() == 1 ? List.<TestCase>of() : tests) {
                left.addAll(agreed(suite, reference, List.of(test)));
            }
            return left;
        }
    }

    private List<TestCase> passed(Suite suite, LabelledSolution reference, List<TestCase> tests)
            throws InterruptedException {
        var passed = bench.run(suite.withCases(tests), reference).cases().stream()
                .filter(CaseResult::passed)
                .map(CaseResult::id)
                .collect(Collectors.toSet());
        return tests.stream().filter(test -> passed.contains(test.id())).toList();
    }

    private List<TestCase> valid(SuiteEntry entry, List<TestCase> tests) throws InterruptedException {
        if (tests.isEmpty() || entry.parts().isEmpty()) {
            return tests;
        }
        var bad = new HashSet<String>();
        var parts =
                entry.parts().get().withFlagsOf(entry.suite().cases().getLast().id(), tests);
        for (var trial : validators.of(entry.suite().withCases(tests), parts, new ArrayList<>())) {
            if (!trial.problem().isEmpty()) {
                bad.add(trial.test());
            }
        }
        return tests.stream().filter(test -> !bad.contains(test.id())).toList();
    }

    private static String shown(String text) {
        var one = text.strip().replace("\n", "\\n");
        return one.length() <= LONGEST ? one : one.substring(0, LONGEST) + "...";
    }
}
