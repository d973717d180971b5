package dev.rlvr.grader.check;

import java.math.BigDecimal;

/** How far a number may be from the expected one. Computed in decimal, so the limit itself is always inside. */
record Tolerance(double absolute, double relative) {

    Tolerance {
        if (!(absolute >= 0) || !(relative >= 0) || Double.isInfinite(absolute + relative)) {
            throw new IllegalArgumentException("a tolerance must be a finite number, 0 or more");
        }
    }

    /** Whether both are decimal numbers, and near enough. */
    boolean accepts(String actual, String expected) {
        var a = Decimal.parse(actual);
        var e = Decimal.parse(expected);
        return a.isPresent() && e.isPresent() && near(a.get(), e.get());
    }

    private boolean near(Decimal actual, Decimal expected) {
        if (actual.equals(expected)) {
            return true;
        }
        if ((absolute == 0 && relative == 0) || !actual.isSmall() || !expected.isSmall()) {
            return false;
        }
        var target = expected.toBigDecimal();
        var distance = actual.toBigDecimal().subtract(target).abs();
        return distance.compareTo(BigDecimal.valueOf(absolute)) <= 0
                || distance.compareTo(BigDecimal.valueOf(relative).multiply(target.abs())) <= 0;
    }
}
