package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.check.Checkers;
import dev.rlvr.grader.judge.ConstantAnswers;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What guessing earns. Outputs and values are compared here, without running anything; where tests are code, programs
 * that guess are run.
 */
final class Guesses {

    /** Bodies of functions, by what people call them. */
    private static final Map<String, String> BODIES = bodies();

    /** Of an answer so much is shown. */
    private static final int LONGEST = 40;

    private final RewardPolicy policy = RewardPolicy.defaults();
    private final Bench bench;
    private final Screen screen;

    Guesses(Bench bench) {
        this.bench = bench;
        this.screen = new Screen(bench);
    }

    /**
     * Best first.
     *
     * @param references that pass
     */
    List<Guess> of(Suite suite, List<Trial> references) throws InterruptedException {
        var guesses = new ArrayList<Guess>();
        if (suite.mode() instanceof Mode.Assert(var names, var entry)) {
            var name = entry.isEmpty() && names.size() == 1 ? names.iterator().next() : entry;
            if (name.matches("\\w+") && suite.language().equals("python") && !name.equals("Solution")) {
                called(suite, name, references, guesses);
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

    private void called(Suite suite, String name, List<Trial> references, List<Guess> guesses)
            throws InterruptedException {
        var words = List.copyOf(BODIES.keySet());
        var programs = words.stream()
                .map(word -> "def " + name + "(*args, **named):\n    return " + BODIES.get(word) + "\n")
                .toList();
        var screened = references.isEmpty()
                ? Collections.<Optional<Set<String>>>nCopies(programs.size(), Optional.empty())
                : screen.failures(
                        suite,
                        references.getFirst().solution(),
                        programs,
                        Strength.hurried(suite, references.getFirst()).limits());
        for (var i = 0; i < programs.size(); i++) {
            var failsAll =
                    screened.get(i).orElse(Set.of()).size() == suite.cases().size();
            var results = failsAll ? results(suite, _ -> false) : bench.runBriefly(suite, programs.get(i));
            guesses.add(new Guess(words.get(i), reward(suite, results)));
        }
    }

    /** From the words for a strategy to what it answers to a test. */
    private static Map<String, Function<TestCase.Check, String>> strategies(Suite suite) {
        var strategies = new LinkedHashMap<String, Function<TestCase.Check, String>>();
        var value = suite.mode() instanceof Mode.Function;
        var always = value ? "always returns " : "always prints ";
        for (var answer : ConstantAnswers.answers(suite)) {
            strategies.put(always + (answer.isEmpty() ? "nothing" : shown(answer)), _ -> answer);
        }
        strategies.put(value ? "returns its argument" : "prints its input", Guesses::echo);
        return strategies;
    }

    private static String shown(String answer) {
        var line = answer.replace("\n", "\\n");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    private double compared(Suite suite, Function<TestCase.Check, String> answer) {
        var checker = Checkers.of(suite.checker());
        return reward(
                suite, results(suite, test -> ConstantAnswers.accepts(checker, answer.apply(test.check()), test)));
    }

    private static List<CaseResult> results(Suite suite, Predicate<TestCase> passes) {
        return suite.cases().stream()
                .map(test -> new CaseResult(
                        test.id(), passes.test(test) ? Verdict.ACCEPTED : Verdict.WRONG_ANSWER, Usage.NONE, ""))
                .toList();
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

    private static Map<String, String> bodies() {
        var words = Map.of("null", "None", "true", "True", "false", "False");
        var bodies = new LinkedHashMap<String, String>();
        for (var constant : ConstantAnswers.returned()) {
            var python = words.getOrDefault(constant, constant);
            bodies.put("always returns " + python, python);
        }
        bodies.put("returns its argument", "args[0] if args else None");
        return bodies;
    }
}
