package dev.rlvr.grader.check;

/** The same lines as often, in any order, each compared as tokens. Lines without a token do not count. */
final class UnorderedLinesChecker implements Checker {

    @Override
    public CheckResult check(byte[] actual, byte[] expected) {
        var due = new LineCounts(expected);
        var lines = new Lines(actual);
        while (lines.next()) {
            if (!due.take(actual, lines.start(), lines.end())) {
                return FirstDifference.unexpectedLine(
                        lines.number(), Printable.quoted(actual, lines.start(), lines.end()));
            }
        }
        return due.firstMissing();
    }
}
