package dev.rlvr.grader.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.check.CheckResult.Rejected;
import dev.rlvr.grader.model.CheckerSpec;
import java.util.Random;
import java.util.StringTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCheckerTest {

    private final Checker checker = Checkers.of(CheckerSpec.TOKENS);

    @ParameterizedTest(name = "[{index}] {0} for {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', emptyValue = "", textBlock = """
            ~~             | ~~
            ~ \\n\\t ~     | ~~
            1 2 3          | 1 2 3
            1 2 3\\n       | 1 2 3
            1 2 3\\r\\n4   | 1 2 3\\n4\\n
            ~  1   2 \\t3~ | 1\\n2\\n3
            1\\f2\\x0b3    | 1 2 3
            YES\\n\\n\\n   | YES
            """)
    void accepts_the_same_tokens_whatever_separates_them(String actual, String expected) {
        assertThat(check(actual, expected)).isEqualTo(CheckResult.ACCEPTED);
    }

    @ParameterizedTest(name = "[{index}] {0} for {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', emptyValue = "", textBlock = """
            ~~             | 1         | output ends before line 1, token 1 of what is expected: "1"
            ~ \\n ~        | 1         | output ends before line 1, token 1 of what is expected: "1"
            YES NO         | NO        | line 1, token 1: got "YES", expected "NO"
            YES NO         | YES       | line 1, token 2: got "NO", expected the end
            1\\n2 3        | 1\\n2 4   | line 2, token 2: got "3", expected "4"
            1\\n2          | 1\\n2 4   | output ends before line 2, token 2 of what is expected: "4"
            yes            | YES       | line 1, token 1: got "yes", expected "YES"
            1.0            | 1         | line 1, token 1: got "1.0", expected "1"
            5\\x00         | 5         | line 1, token 1: got "5\\x00", expected "5"
            5\\x00 garbage | 5         | line 1, token 1: got "5\\x00", expected "5"
            \\x1b[32m5     | 5         | line 1, token 1: got "\\x1b[32m5", expected "5"
            １２           | 12        | line 1, token 1: got "\\xef\\xbc\\x91\\xef\\xbc\\x92", expected "12"
            a\\u00a0b      | a b       | line 1, token 1: got "a\\xc2\\xa0b", expected "a"
            \\ufeff5       | 5         | line 1, token 1: got "\\xef\\xbb\\xbf5", expected "5"
            5\\u200b       | 5         | line 1, token 1: got "5\\xe2\\x80\\x8b", expected "5"
            ~"\\\\"~       | 5         | line 1, token 1: got "\\"\\\\\\"", expected "5"
            """)
    void rejects_anything_else_and_says_where(String actual, String expected, String difference) {
        assertThat(check(actual, expected)).isEqualTo(new Rejected(difference));
    }

    @ParameterizedTest
    @CsvSource({"YES, yes, true", "Yes, yES, true", "é, É, false", "[, {, false", "@, `, false", "yes, yess, false"})
    void ignores_the_case_of_ascii_letters_only_and_only_when_told(String actual, String expected, boolean same) {
        var anyCase = Checkers.of(new CheckerSpec.Tokens(false));

        assertThat(anyCase.check(actual.getBytes(UTF_8), expected.getBytes(UTF_8))
                        .equals(CheckResult.ACCEPTED))
                .isEqualTo(same);
    }

    @Test
    void ten_thousand_extra_tokens_do_not_help() {
        assertThat(check("5" + " 5".repeat(10_000), "5")).isInstanceOf(Rejected.class);
    }

    @Test
    void invalid_utf8_is_compared_like_any_bytes() {
        var broken = new byte[] {(byte) 0xff, (byte) 0xed, (byte) 0xa0, (byte) 0x80};

        assertThat(checker.check(broken, "5".getBytes(UTF_8)))
                .isEqualTo(new Rejected("line 1, token 1: got \"\\xff\\xed\\xa0\\x80\", expected \"5\""));
    }

    @Test
    void a_difference_stays_short_and_printable_however_long_the_tokens_are() {
        var result = (Rejected) check("\u0001".repeat(1_000_000), "\u0002".repeat(1_000_000));

        assertThat(result.difference()).hasSizeLessThanOrEqualTo(300).matches("[ -~]*");
    }

    @Test
    void agrees_with_a_plain_reading_of_the_rule_on_random_bytes() {
        var seed = 20260719L;
        var random = new Random(seed);
        var accepted = 0;
        for (var round = 0; round < 20_000; round++) {
            var a = randomBytes(random);
            var b = randomBytes(random);
            var result = checker.check(a, b).equals(CheckResult.ACCEPTED);
            assertThat(result).as("seed %d round %d", seed, round).isEqualTo(splitEqual(a, b));
            accepted += result ? 1 : 0;
        }
        assertThat(accepted).as("pairs that were equal").isGreaterThan(500);
    }

    private static byte[] randomBytes(Random random) {
        var alphabet = " \t\n\r\u000b\f\0aaab".getBytes(UTF_8);
        var bytes = new byte[random.nextInt(7)];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = alphabet[random.nextInt(alphabet.length)];
        }
        return bytes;
    }

    private static boolean splitEqual(byte[] a, byte[] b) {
        var left = new StringTokenizer(new String(a, ISO_8859_1), " \t\n\r\u000b\f");
        var right = new StringTokenizer(new String(b, ISO_8859_1), " \t\n\r\u000b\f");
        while (left.hasMoreTokens() && right.hasMoreTokens()) {
            if (!left.nextToken().equals(right.nextToken())) {
                return false;
            }
        }
        return !left.hasMoreTokens() && !right.hasMoreTokens();
    }

    private CheckResult check(String actual, String expected) {
        return checker.check(Escapes.bytes(actual), Escapes.bytes(expected));
    }
}
