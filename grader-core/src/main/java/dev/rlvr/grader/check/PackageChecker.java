package dev.rlvr.grader.check;

import dev.rlvr.grader.model.CheckerSpec;
import java.util.Arrays;

/** As problem packages compare where they bring no validator of their own. */
final class PackageChecker implements Checker {

    private final TokenMatch match;
    private final boolean spaceSensitive;

    PackageChecker(CheckerSpec.PackageDefault spec) {
        var words = spec.caseSensitive() ? TokenMatch.BYTES : TokenMatch.ASCII_LETTERS_OF_ANY_CASE;
        var numbers = TokenMatch.numbers(new Tolerance(spec.absolute(), spec.relative()));
        // Without a tolerance numbers are words like any other: 1.0 is not 1.
        var tolerant = spec.absolute() > 0 || spec.relative() > 0;
        this.match = tolerant
                ? (actual, expected) -> words.matches(actual, expected) || numbers.matches(actual, expected)
                : words;
        this.spaceSensitive = spec.spaceSensitive();
    }

    @Override
    public CheckResult check(byte[] actual, byte[] expected) {
        var result = new TokenChecker(match).check(actual, expected);
        return spaceSensitive && result instanceof CheckResult.Accepted ? spaces(actual, expected) : result;
    }

    /** Of outputs that have as many tokens as each other: what stands before, between and behind them. */
    private static CheckResult spaces(byte[] actual, byte[] expected) {
        var got = new Tokens(actual);
        var want = new Tokens(expected);
        var gotFrom = 0;
        var wantFrom = 0;
        while (true) {
            var more = want.next();
            got.next();
            if (!Arrays.equals(actual, gotFrom, got.start(), expected, wantFrom, want.start())) {
                return new CheckResult.Rejected("line " + want.line() + ": other white space than expected");
            }
            if (!more) {
                return CheckResult.ACCEPTED;
            }
            gotFrom = got.end();
            wantFrom = want.end();
        }
    }
}
