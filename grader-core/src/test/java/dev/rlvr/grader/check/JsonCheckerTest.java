package dev.rlvr.grader.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.check.CheckResult.Rejected;
import dev.rlvr.grader.model.CheckerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCheckerTest {

    private final Checker checker = Checkers.of(CheckerSpec.JSON);

    @ParameterizedTest(name = "[{index}] {0} for {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1                  | 1
            ~ 1 \\n~           | 1
            1                  | 1.0
            1e2                | 100
            -0.0               | 0
            -0                 | 0.0
            12345678901234567890123 | 12345678901234567890123
            1e400              | 10e399
            "é"                | "\\\\u00e9"
            "a/b"              | "a\\\\/b"
            "\\\\ud800"        | "\\\\ud800"
            "日本\\\\ud83d\\\\ude00" | "日本😀"
            [[], {}, null]     | [[],{},null]
            [1,[2,[3,[4]]]]    | [1, [2, [3, [4]]]]
            {"a":1,"b":[true]} | {"b": [true], "a": 1}
            {"":1}             | {"":1}
            """)
    void accepts_equal_values_however_they_are_written(String actual, String expected) {
        assertThat(check(actual, expected)).isEqualTo(CheckResult.ACCEPTED);
    }

    @ParameterizedTest(name = "[{index}] {0} for {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', emptyValue = "", textBlock = """
            ~~                | 1           | at $: got nothing, expected 1
            2                 | 1           | at $: got 2, expected 1
            true              | 1           | at $: got true, expected 1
            1                 | true        | at $: got 1, expected true
            null              | false       | at $: got null, expected false
            "1"               | 1           | at $: got "1", expected 1
            12345678901234567890124 | 12345678901234567890123 | at $: got 12345678901234567890124, expected 12345678901234567890123
            0.30000000000000004 | 0.3       | at $: got 0.30000000000000004, expected 0.3
            [1,2]             | [1,2,3]     | at $[2]: got the end of the array, expected 3
            [1,2,3]           | [1,2]       | at $[2]: got 3, expected the end of the array
            [[1],[2,4]]       | [[1],[2,3]] | at $[1][1]: got 4, expected 3
            [2,1]             | [1,2]       | at $[0]: got 2, expected 1
            []                | {}          | at $: got an array, expected an empty object
            {"a":{"b":1}}     | {"a":{"b":2}} | at $["a"]["b"]: got 1, expected 2
            {"a":1}           | {"a":1,"b":2} | at $: got no key "b", expected one
            {"a":1,"c":2}     | {"a":1}     | at $["c"]: got this key, expected no such key
            {"a":1,"a":1}     | {"a":1}     | at $["a"]: got this key again, expected it once
            1 1               | 1           | at $: got more after the value, expected the end
            1]                | 1           | not valid JSON at line 1, column 2
            NaN               | 1           | not valid JSON at line 1, column 4
            [Infinity]        | [1]         | not valid JSON at line 1, column 10
            [1,]              | [1]         | not valid JSON at line 1, column 4
            01                | 1           | not valid JSON at line 1, column 2
            +1                | 1           | not valid JSON at line 1, column 2
            'a'               | "a"         | not valid JSON at line 1, column 1
            １                | 1           | not valid JSON at line 1, column 1
            \\ufeff1          | 1           | not valid JSON at line 1, column 1
            "é\\u0301"        | "é"         | at $: got "\\xe9\\u0301", expected "\\xe9"
            """)
    void rejects_other_values_and_says_where(String actual, String expected, String difference) {
        assertThat(check(actual, expected)).isEqualTo(new Rejected(difference));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5\\x00", "[1,2", "\\x1b[32m5", "5\\u200b", "\\u00a05", "{\"a\"", "\"abc"})
    void rejects_what_is_not_json(String actual) {
        assertThat(check(actual, "5")).isInstanceOf(Rejected.class);
    }

    @Test
    void invalid_utf8_is_rejected() {
        var surrogate = new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};

        assertThat(checker.check(surrogate, "\"x\"".getBytes(UTF_8))).isInstanceOf(Rejected.class);
    }

    @Test
    void numbers_may_differ_by_the_tolerance_everywhere_in_the_value() {
        var near = Checkers.of(new CheckerSpec.JsonValue(1e-6, 0));

        assertThat(near.check("{\"a\":[0.30000000000000004]}".getBytes(UTF_8), "{\"a\":[0.3]}".getBytes(UTF_8)))
                .isEqualTo(CheckResult.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"'[', ']', 200000", "'{\"a\":', '}', 200000", "'[', '', 3000000"})
    @Timeout(10)
    void deep_nesting_is_rejected_and_nothing_breaks(String open, String close, int depth) {
        assertThat(check(open.repeat(depth) + "1" + close.repeat(depth), "[[1]]"))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void nesting_as_deep_as_what_is_expected_is_followed() {
        var deep = "[".repeat(9_000) + "1" + "]".repeat(9_000);

        assertThat(check(deep, deep)).isEqualTo(CheckResult.ACCEPTED);
        assertThat(check(deep.replace('1', '2'), deep)).isInstanceOf(Rejected.class);
    }

    @Test
    @Timeout(10)
    void long_strings_and_long_numbers_cost_no_more_than_their_length() {
        var text = '"' + "x".repeat(10_000_000) + '"';
        var number = "7".repeat(99_999);

        assertThat(check(text, "5")).isInstanceOf(Rejected.class);
        assertThat(check(text, text)).isEqualTo(CheckResult.ACCEPTED);
        assertThat(check(number, number)).isEqualTo(CheckResult.ACCEPTED);
        assertThat(check(number + "8", number + "7")).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nope", "[1", "1 2", "{\"a\":1,\"a\":2}"})
    void a_broken_expected_value_is_the_fault_of_the_suite(String expected) {
        assertThatThrownBy(() -> check("1", expected)).isInstanceOf(IllegalArgumentException.class);
    }

    private CheckResult check(String actual, String expected) {
        return checker.check(Escapes.bytes(actual), Escapes.bytes(expected));
    }
}
