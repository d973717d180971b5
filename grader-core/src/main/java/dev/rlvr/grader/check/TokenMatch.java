package dev.rlvr.grader.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Whether the token that one cursor stands on may stand for the other's. */
@FunctionalInterface
interface TokenMatch {

    boolean matches(Tokens actual, Tokens expected);

    TokenMatch BYTES = (actual, expected) -> Arrays.equals(
            actual.bytes(), actual.start(), actual.end(), expected.bytes(), expected.start(), expected.end());

    TokenMatch ASCII_LETTERS_OF_ANY_CASE = (actual, expected) -> {
        if (actual.length() != expected.length()) {
            return false;
        }
        for (var i = 0; i < actual.length(); i++) {
            if (lower(actual.bytes()[actual.start() + i]) != lower(expected.bytes()[expected.start() + i])) {
                return false;
            }
        }
        return true;
    };

    /**
     * Numbers within the tolerance. Both tokens have to be plain decimal numbers for that; anything else, {@code nan},
     * {@code inf}, {@code 0x10}, {@code 1_000} and numbers of absurd length included, is compared byte for byte.
     */
    static TokenMatch numbers(Tolerance tolerance) {
        return (actual, expected) -> BYTES.matches(actual, expected)
                || (areShort(actual, expected) && tolerance.accepts(text(actual), text(expected)));
    }

    private static boolean areShort(Tokens a, Tokens b) {
        return Math.max(a.length(), b.length()) <= Decimal.LONGEST_WITH_TOLERANCE;
    }

    private static String text(Tokens token) {
        return new String(token.bytes(), token.start(), token.length(), StandardCharsets.ISO_8859_1);
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + ('a' - 'A')) : b;
    }
}
