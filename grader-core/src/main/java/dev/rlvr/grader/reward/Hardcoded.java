package dev.rlvr.grader.reward;

import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How many tests have an answer that stands in the program as a literal.
 *
 * <p>A program cannot have hidden tests by heart, so what is found are answers of public ones, or hidden ones that have become
 * known. Short answers, and those that several tests share, stand in honest programs too and are not looked for.
 */
final class Hardcoded {

    /** Shorter ones stand in any program. */
    private static final int TELLING = 6;

    private static final Pattern SPACE = Pattern.compile("\\s+|\\\\n");

    private Hardcoded() {}

    static int tests(Suite suite, String source) {
        var program = squeezed(source);
        return (int) answers(suite, source.length()).stream()
                .filter(answer -> standsIn(program, answer))
                .count();
    }

    /** Of one test each, squeezed. */
    private static Set<String> answers(Suite suite, int longest) {
        Map<String, Integer> known = new HashMap<>();
        for (var test : suite.cases()) {
            var expected = expected(test.check());
            if (expected.length() <= 2L * longest) { // it may be spread over more lines than the literal
                known.merge(squeezed(expected), 1, Integer::sum);
            }
        }
        var answers = new HashSet<String>();
        known.forEach((answer, tests) -> {
            if (tests == 1 && answer.length() >= TELLING) {
                answers.add(answer);
            }
        });
        return answers;
    }

    private static String expected(TestCase.Check check) {
        return switch (check) {
            case TestCase.Check.Stdio(var _, var expected, var _) -> expected;
            case TestCase.Check.Call(var _, var expected) -> expected;
            case TestCase.Check.Code _ -> "";
        };
    }

    /** Whole: a number does not stand in a longer one. */
    private static boolean standsIn(String program, String answer) {
        for (var at = program.indexOf(answer); at >= 0; at = program.indexOf(answer, at + 1)) {
            var end = at + answer.length();
            var begins = at == 0 || !continues(program.charAt(at - 1), answer.charAt(0));
            var ends = end == program.length() || !continues(answer.charAt(answer.length() - 1), program.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean continues(char left, char right) {
        return Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right);
    }

    private static String squeezed(String text) {
        return SPACE.matcher(text).replaceAll("").replace('\'', '"');
    }
}
