package dev.rlvr.grader.check;

import java.util.Arrays;

/** Byte for byte. */
final class ExactChecker implements Checker {

    @Override
    public CheckResult check(byte[] actual, byte[] expected) {
        var at = Arrays.mismatch(actual, expected);
        return at < 0 ? CheckResult.ACCEPTED : FirstDifference.atByte(at, actual, expected);
    }
}
