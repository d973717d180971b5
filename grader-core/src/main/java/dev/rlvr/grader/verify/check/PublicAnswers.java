package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check.Call;
import dev.rlvr.grader.model.TestCase.Check.Code;
import dev.rlvr.grader.model.TestCase.Check.Stdio;
import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.util.List;

/** Tests whose input and answer both stand in the problem's text can be passed by looking them up. */
final class PublicAnswers implements Check {

    /** Examples belong into a text; but most tests should not be examples. */
    private static final double TOO_MANY = 0.5;

    /** An input or answer of a few characters stands in any text. */
    private static final int TELLING = 6;

    @Override
    public List<Finding> examine(Evidence evidence) {
        var text = squeezed(evidence.entry().publicText());
        var cases = evidence.entry().suite().cases();
        var shown = cases.stream().filter(test -> isIn(text, test)).toList();
        if (text.isEmpty() || shown.size() <= TOO_MANY * cases.size()) {
            return List.of();
        }
        return List.of(evidence.finding(
                Rule.ANSWERS_PUBLIC,
                "test " + shown.getFirst().id(),
                shown.size() + " of " + cases.size() + " tests stand in the problem's text, input and answer"));
    }

    private static boolean isIn(String text, TestCase test) {
        return switch (test.check()) {
            case Stdio(var stdin, var expected, var _) -> both(text, squeezed(stdin), squeezed(expected));
            case Call(var arguments, var expected) ->
                both(text, squeezed(arguments.substring(1, arguments.length() - 1)), squeezed(expected));
            case Code(var code, var _) -> {
                var statement = squeezed(code);
                yield statement.length() >= TELLING && text.contains(statement);
            }
        };
    }

    private static boolean both(String text, String input, String answer) {
        return input.length() + answer.length() >= TELLING
                && !input.isEmpty()
                && !answer.isEmpty()
                && text.contains(input)
                && text.contains(answer);
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "").replace('\'', '"');
    }
}
