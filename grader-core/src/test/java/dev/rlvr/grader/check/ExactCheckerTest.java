package dev.rlvr.grader.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.check.CheckResult.Rejected;
import dev.rlvr.grader.model.CheckerSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactCheckerTest {

    private final Checker checker = Checkers.of(new CheckerSpec.Exact());

    @ParameterizedTest
    @ValueSource(strings = {"", "5\\n", "a\\x00b", "é"})
    void accepts_the_same_bytes(String output) {
        assertThat(checker.check(Escapes.bytes(output), Escapes.bytes(output))).isEqualTo(CheckResult.ACCEPTED);
    }

    @ParameterizedTest(name = "[{index}] {0} for {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', emptyValue = "", textBlock = """
            ~~          | 5\\n     | line 1, byte 1: got the end, expected "5\\n"
            5           | 5\\n     | line 1, byte 2: got "5", expected "5\\n"
            5\\r\\n     | 5\\n     | line 1, byte 2: got "5\\r\\n", expected "5\\n"
            5\\n\\n     | 5\\n     | line 2, byte 1: got "\\n", expected the end
            1\\n2\\n3x  | 1\\n2\\n3y | line 3, byte 2: got "3x", expected "3y"
            ~5 ~        | 5        | line 1, byte 2: got "5 ", expected "5"
            """)
    void rejects_any_other_byte_and_says_where(String actual, String expected, String difference) {
        assertThat(checker.check(Escapes.bytes(actual), Escapes.bytes(expected)))
                .isEqualTo(new Rejected(difference));
    }
}
