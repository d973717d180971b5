package dev.rlvr.grader.check;

import tools.jackson.core.JacksonException;

/**
 * Equal as JSON values: objects regardless of the order of their keys, strings by their characters, numbers by value
 * ({@code 1} is {@code 1.0}, {@code -0.0} is {@code 0}, integers of any size exactly) or within the tolerance. A boolean is not
 * a number. Key repeated, {@code NaN}, text after the value: rejected.
 */
record JsonChecker(Tolerance tolerance) implements Checker {

    @Override
    public CheckResult check(byte[] actual, byte[] expected) {
        var tree = JsonTree.parse(expected);
        try (var parser = JsonText.open(actual)) {
            return new JsonComparison(parser, tolerance).with(tree);
        } catch (JacksonException e) {
            var at = e.getLocation();
            var place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            return FirstDifference.rejected("not valid JSON" + place);
        }
    }
}
