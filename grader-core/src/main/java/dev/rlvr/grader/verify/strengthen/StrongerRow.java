package dev.rlvr.grader.verify.strengthen;

import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.suite.SuiteException;
import dev.rlvr.grader.suite.SuiteReader;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row with further tests, in its own form. Whether an edit was the right one is not argued but tried: the row must be
 * read as the old tests and the new ones.
 */
final class StrongerRow {

    private StrongerRow() {}

    /** Empty if the row has a form that nothing can be added to. */
    static Optional<ObjectNode> of(ObjectNode row, List<TestCase> tests) {
        for (var form : Forms.ALL) {
            var copy = row.deepCopy();
            if (tests.stream().allMatch(test -> form.add(copy, test)) && isStronger(row, copy, tests)) {
                return Optional.of(copy);
            }
        }
        return Optional.empty();
    }

    private static boolean isStronger(ObjectNode row, ObjectNode copy, List<TestCase> tests) {
        try {
            var before = SuiteReader.read(row, "", "row");
            var after = SuiteReader.read(copy, "", "row");
            return hasSame(before, after) && tests.stream().allMatch(test -> has(after, test.check()));
        } catch (SuiteException _) {
            return false;
        }
    }

    /** Test code may have grown; everything else is as it was. */
    private static boolean hasSame(Suite before, Suite after) {
        return before.mode().equals(after.mode())
                && before.checker().equals(after.checker())
                && before.cases().stream()
                        .allMatch(test -> test.check() instanceof Check.Code
                                || after.cases().contains(test));
    }

    private static boolean has(Suite suite, Check wanted) {
        return suite.cases().stream().map(TestCase::check).anyMatch(check -> switch (wanted) {
            case Check.Stdio(var stdin, var expected, var _) ->
                check instanceof Check.Stdio other
                        && other.stdin().strip().equals(stdin.strip())
                        && other.expected().strip().equals(expected.strip());
            case Check.Call _ -> check.equals(wanted);
            case Check.Code(var code, var _) ->
                check instanceof Check.Code other && other.code().contains(TestModule.arguments(code));
        });
    }
}
