package dev.rlvr.grader.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.check.CheckResult.Rejected;
import dev.rlvr.grader.model.CheckerSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnorderedLinesCheckerTest {

    private final Checker checker = Checkers.of(new CheckerSpec.UnorderedLines());

    @ParameterizedTest(name = "[{index}] {0} for {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', emptyValue = "", textBlock = """
            ~~               | ~~
            \\n\\n           | ~~
            b\\na            | a\\nb\\n
            a\\nb\\na        | a\\na\\nb
            b\\r\\na\\r\\n   | a\\nb
            ~ 2   1\\n\\n1 2 ~ | 1 2\\n2 1
            """)
    void accepts_the_same_lines_in_any_order(String actual, String expected) {
        assertThat(check(actual, expected)).isEqualTo(CheckResult.ACCEPTED);
    }

    @ParameterizedTest(name = "[{index}] {0} for {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', emptyValue = "", textBlock = """
            ~~         | a         | output lacks line 1 of what is expected: "a"
            a          | a\\nb     | output lacks line 2 of what is expected: "b"
            a          | a\\na     | output lacks line 1 of what is expected: "a"
            a\\nb\\nc  | a\\nb     | line 3: "c" is not expected, or not as often
            a\\na      | a\\nb     | line 2: "a" is not expected, or not as often
            ab         | a b       | line 1: "ab" is not expected, or not as often
            2 1        | 1 2       | line 1: "2 1" is not expected, or not as often
            1          | 1 2       | line 1: "1" is not expected, or not as often
            1 2 3      | 1 2       | line 1: "1 2 3" is not expected, or not as often
            a\\x00     | a         | line 1: "a\\x00" is not expected, or not as often
            """)
    void rejects_lines_that_are_missing_extra_or_different(String actual, String expected, String difference) {
        assertThat(check(actual, expected)).isEqualTo(new Rejected(difference));
    }

    @Test
    @Timeout(20)
    void half_a_million_shuffled_lines_are_matched() {
        var lines = IntStream.range(0, 500_000)
                .mapToObj(i -> (i % 1000) + " " + i)
                .collect(Collectors.toCollection(ArrayList::new));
        var expected = String.join("\n", lines);
        Collections.shuffle(lines, new Random(7));

        assertThat(check(String.join("\n", lines), expected)).isEqualTo(CheckResult.ACCEPTED);
    }

    private CheckResult check(String actual, String expected) {
        return checker.check(Escapes.bytes(actual), Escapes.bytes(expected));
    }

    @Test
    @Timeout(20)
    void the_same_line_a_million_times_is_no_harder() {
        var same = "x\n".repeat(1_000_000).getBytes(UTF_8);

        assertThat(checker.check(same, same)).isEqualTo(CheckResult.ACCEPTED);
    }
}
