package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.check.CheckResult;
import dev.rlvr.grader.check.Checker;
import dev.rlvr.grader.check.Checkers;
import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check.Call;
import dev.rlvr.grader.model.TestCase.Check.Code;
import dev.rlvr.grader.model.TestCase.Check.Stdio;
import dev.rlvr.grader.model.Usage;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.reward.RewardPolicy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What guessing earns. Outputs and values are compared here, without running anything; where tests are code, programs
 * that guess are run.
 */
final class Guesses {

    /** Bodies of functions, by what people call them. */
    private static final Map<String, String> BODIES = bodies();

    private final RewardPolicy policy = RewardPolicy.defaults();
    private final Bench bench;

    Guesses(Bench bench) {
        this.bench = bench;
    }

    /** Best first. */
    List<Guess> of(Suite suite) throws InterruptedException {
        var guesses = new ArrayList<Guess>();
        if (suite.mode() instanceof Mode.Assert(var names, var entry)) {
            var name = entry.isEmpty() && names.size() == 1 ? names.iterator().next() : entry;
            if (name.matches("\\w+") && suite.language().equals("python") && !name.equals("Solution")) {
                for (var body : BODIES.entrySet()) {
                    var source = "def " + name + "(*args, **named):\n    return " + body.getValue() + "\n";
                    guesses.add(new Guess(body.getKey(), reward(suite, bench.runBriefly(suite, source))));
                }
            }
        } else if (suite.checker() instanceof CheckerSpec.Program) {
            // An output that suits a validator may depend on what it says: what prints nothing is told from what works.
            if (suite.language().equals("python")) {
                guesses.add(new Guess("always prints nothing", reward(suite, bench.runBriefly(suite, "pass\n"))));
            }
        } else {
            strategies(suite).forEach((words, answer) -> guesses.add(new Guess(words, compared(suite, answer))));
        }
        guesses.sort(Comparator.comparingDouble(Guess::reward).reversed());
        return guesses;
    }

    /** From the words for a strategy to what it answers to a test. */
    private static Map<String, Function<TestCase.Check, String>> strategies(Suite suite) {
        var strategies = new LinkedHashMap<String, Function<TestCase.Check, String>>();
        var value = suite.mode() instanceof Mode.Function;
        var constants = value
                ? List.of("null", "true", "false", "0", "1", "-1", "\"\"", "[]")
                : List.of("", "0", "1", "-1", "YES", "NO", "Yes", "No");
        for (var constant : constants) {
            strategies.put(
                    (value ? "always returns " : "always prints ") + (constant.isEmpty() ? "nothing" : constant),
                    _ -> constant);
        }
        strategies.put(value ? "returns its argument" : "prints its input", Guesses::echo);
        var first = expected(suite.cases().getFirst().check());
        strategies.put("always gives the answer of the first test", _ -> first);
        return strategies;
    }

    private double compared(Suite suite, Function<TestCase.Check, String> answer) {
        var checker = Checkers.of(suite.checker());
        var results = suite.cases().stream()
                .map(test -> new CaseResult(
                        test.id(),
                        accepted(checker, answer.apply(test.check()), expected(test.check()))
                                ? Verdict.ACCEPTED
                                : Verdict.WRONG_ANSWER,
                        Usage.NONE,
                        ""))
                .toList();
        return reward(suite, results);
    }

    private static boolean accepted(Checker checker, String actual, String expected) {
        try {
            return checker.check(actual.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8))
                    instanceof CheckResult.Accepted;
        } catch (IllegalArgumentException _) {
            return false; // the expected value is broken, which another check reports
        }
    }

    private double reward(Suite suite, List<CaseResult> results) {
        return policy.reward(suite, "guess", "verify", results).value();
    }

    private static String echo(TestCase.Check check) {
        return switch (check) {
            case Stdio(var stdin, var _, var _) -> stdin;
            case Call(var arguments, var _) -> arguments.substring(1, arguments.length() - 1);
            case Code _ -> "";
        };
    }

    private static String expected(TestCase.Check check) {
        return switch (check) {
            case Stdio(var _, var expected, var _) -> expected;
            case Call(var _, var expected) -> expected;
            case Code _ -> "";
        };
    }

    private static Map<String, String> bodies() {
        var bodies = new LinkedHashMap<String, String>();
        for (var constant : List.of("None", "True", "False", "0", "1", "''", "[]")) {
            bodies.put("always returns " + constant, constant);
        }
        bodies.put("returns its argument", "args[0] if args else None");
        return bodies;
    }
}
