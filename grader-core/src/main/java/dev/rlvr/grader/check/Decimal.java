package dev.rlvr.grader.check;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A decimal number as it was written, without the choices of the writer: {@code 1.50}, {@code +015e-1} and {@code 1.5}
 * are equal. The value is {@code 0.digits} times ten to the {@code exponent}; digits neither begin nor end with a zero,
 * and zero has none. Reading and comparing take time linear in the length, so that a number of a megabyte is harmless.
 */
record Decimal(boolean negative, String digits, long exponent) {

    /** Beyond these, numbers are equal or not: arithmetic on them would cost more than it is worth. */
    static final int LONGEST_WITH_TOLERANCE = 512;

    private static final long LARGEST_EXPONENT_WITH_TOLERANCE = 1000;
    private static final int LONGEST_EXPONENT = 15;
    private static final Decimal ZERO = new Decimal(false, "", 0);

    /** Reads {@code [+-]?digits[.digits][e[+-]?digits]}, ASCII digits only. */
    static Optional<Decimal> parse(String text) {
        var sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        var wholeEnd = digitsFrom(text, sign);
        var end = wholeEnd;
        if (end < text.length() && text.charAt(end) == '.') {
            end = digitsFrom(text, wholeEnd + 1);
            if (end == wholeEnd + 1) {
                return Optional.empty();
            }
        }
        if (wholeEnd == sign || !isExponent(text, end)) {
            return Optional.empty();
        }
        var fraction = end > wholeEnd ? text.substring(wholeEnd + 1, end) : "";
        var written = end < text.length() ? Long.parseLong(text.substring(end + 1)) : 0;
        return Optional.of(of(text.startsWith("-"), text.substring(sign, wholeEnd), fraction, written));
    }

    private static boolean isExponent(String text, int at) {
        if (at == text.length()) {
            return true;
        }
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        var signed = at + 1 < text.length() && (text.charAt(at + 1) == '-' || text.charAt(at + 1) == '+');
        var digits = at + (signed ? 2 : 1);
        return digits < text.length()
                && text.length() - digits <= LONGEST_EXPONENT
                && digitsFrom(text, digits) == text.length();
    }

    private static int digitsFrom(String text, int from) {
        var at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static Decimal of(boolean negative, String whole, String fraction, long written) {
        var all = whole + fraction;
        var first = 0;
        var last = all.length();
        while (first < last && all.charAt(first) == '0') {
            first++;
        }
        while (last > first && all.charAt(last - 1) == '0') {
            last--;
        }
        return first == last
                ? ZERO
                : new Decimal(negative, all.substring(first, last), written + whole.length() - first);
    }

    /** Whether {@link #toBigDecimal} is cheap. */
    boolean isSmall() {
        return digits.length() <= LONGEST_WITH_TOLERANCE && Math.abs(exponent) <= LARGEST_EXPONENT_WITH_TOLERANCE;
    }

    BigDecimal toBigDecimal() {
        if (digits.isEmpty()) {
            return BigDecimal.ZERO;
        }
        var magnitude = new BigDecimal(digits).scaleByPowerOfTen((int) exponent - digits.length());
        return negative ? magnitude.negate() : magnitude;
    }
}
