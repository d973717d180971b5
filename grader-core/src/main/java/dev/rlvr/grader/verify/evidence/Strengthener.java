package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.suite.LabelledSolution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Proposes the fewest tests, more or less, that reject what is known to be wrong and passes: mutants, and whoever forgets an edge case. */
final class Strengthener {

    /** More often than a reference that tosses a coin gets away with. */
    private static final int REPEATS = 3;

    /** Nobody wants to read a longer one. */
    private static final int LONGEST = 2000;

    private static final Pattern FRACTION = Pattern.compile("\\d\\.\\d");

    private final Bench bench;

    Strengthener(Bench bench) {
        this.bench = bench;
    }

    /** @param references all that pass */
    List<Proposal> propose(Suite suite, List<Trial> references, Mutation mutation) throws InterruptedException {
        var tests = confirmed(suite, references, candidates(suite, mutation));
        if (tests.isEmpty()) {
            return List.of();
        }
        var stronger = suite.withCases(tests);
        var killed = new ArrayList<Set<String>>();
        for (var survivor : mutation.wrong()) {
            var trial = bench.runMutant(stronger, mutation.reference().orElseThrow(), survivor.mutant());
            killed.add(trial.map(Strengthener::failed).orElse(Set.of()));
        }
        for (var edge : mutation.tests().edges()) {
            killed.add(tests.stream()
                    .filter(test -> edge.test().equals(Optional.of(test.check())))
                    .map(TestCase::id)
                    .collect(Collectors.toSet()));
        }
        return cover(tests, killed);
    }

    private static List<TestCase> candidates(Suite suite, Mutation mutation) {
        var taken = suite.cases().stream().map(TestCase::id).collect(Collectors.toSet());
        var group = suite.cases().getLast().group();
        var witnesses = mutation.wrong().stream().map(MutantTrial::witness).flatMap(Optional::stream);
        var checks = Stream.concat(witnesses, mutation.tests().edges().stream())
                .map(Witness::test)
                .flatMap(Optional::stream)
                .filter(check -> fits(suite, check))
                .distinct()
                .toList();
        var tests = new ArrayList<TestCase>();
        for (var check : checks) {
            var number = tests.size() + 1;
            while (!taken.add("stronger-" + number)) {
                number++;
            }
            tests.add(new TestCase("stronger-" + number, group, 1, check));
        }
        return tests;
    }

    /** Fractions are not expected where none are yet: another right program may round otherwise. */
    private static boolean fits(Suite suite, Check check) {
        var answer = answer(check);
        var fractions = suite.cases().stream()
                .anyMatch(test -> FRACTION.matcher(answer(test.check())).find());
        return check instanceof Check.Code
                || (!answer.isBlank()
                        && answer.length() <= LONGEST
                        && (fractions || !FRACTION.matcher(answer).find()));
    }

    private static String answer(Check check) {
        return switch (check) {
            case Check.Stdio(var _, var expected, var _) -> expected;
            case Check.Call(var _, var expected) -> expected;
            case Check.Code _ -> "";
        };
    }

    /** Those that every reference passes, every time. */
    private List<TestCase> confirmed(Suite suite, List<Trial> references, List<TestCase> tests)
            throws InterruptedException {
        var left = tests;
        for (var i = 0; i < REPEATS; i++) {
            for (var reference : references) {
                left = left.isEmpty() ? left : passed(suite.withCases(left), reference.solution());
            }
        }
        return left;
    }

    private List<TestCase> passed(Suite suite, LabelledSolution reference) throws InterruptedException {
        var failed = failed(bench.run(suite, reference));
        return suite.cases().stream()
                .filter(test -> !failed.contains(test.id()))
                .toList();
    }

    private static Set<String> failed(Trial trial) {
        return trial.cases().stream()
                .filter(result -> !result.passed() && result.verdict() != Verdict.SKIPPED)
                .map(CaseResult::id)
                .collect(Collectors.toSet());
    }

    /** The test that rejects most of what is left, again and again. */
    private static List<Proposal> cover(List<TestCase> tests, List<Set<String>> killed) {
        var left = new ArrayList<>(killed);
        var chosen = new ArrayList<Proposal>();
        var spare = new HashSet<>(tests);
        while (true) {
            var best = tests.stream().filter(spare::contains).max((a, b) -> kills(left, a) - kills(left, b));
            if (best.isEmpty() || kills(left, best.get()) == 0) {
                return chosen;
            }
            chosen.add(new Proposal(best.get(), kills(left, best.get())));
            spare.remove(best.get());
            left.removeIf(by -> by.contains(best.get().id()));
        }
    }

    private static int kills(List<Set<String>> killed, TestCase test) {
        return (int) killed.stream().filter(by -> by.contains(test.id())).count();
    }
}
