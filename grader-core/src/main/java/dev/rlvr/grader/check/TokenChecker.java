package dev.rlvr.grader.check;

/** The same number of tokens, each matching its counterpart. */
record TokenChecker(TokenMatch match) implements Checker {

    @Override
    public CheckResult check(byte[] actual, byte[] expected) {
        var got = new Tokens(actual);
        var want = new Tokens(expected);
        while (true) {
            var more = got.next();
            var needed = want.next();
            if (!more && !needed) {
                return CheckResult.ACCEPTED;
            }
            if (!more) {
                return FirstDifference.missing(want);
            }
            if (!needed) {
                return FirstDifference.extra(got);
            }
            if (!match.matches(got, want)) {
                return FirstDifference.token(got, want);
            }
        }
    }
}
