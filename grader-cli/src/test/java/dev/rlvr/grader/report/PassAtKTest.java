package dev.rlvr.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassAtKTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1, 0",
        "1, 1, 1, 1",
        "4, 1, 1, 0.25",
        "4, 1, 2, 0.5",
        "4, 2, 2, 0.8333333",
        "4, 3, 2, 1",
        "4, 0, 4, 0",
        "10, 5, 5, 0.9960317",
        "100000, 1, 10, 0.0001",
    })
    void it_is_the_chance_that_one_of_k_is_right(int samples, int right, int k, double chance) {
        assertThat(PassAtK.ofTask(samples, right, k)).isCloseTo(chance, within(1e-6));
    }

    /** Counts the subsets one by one. */
    @Test
    void it_agrees_with_the_definition() {
        for (var n = 1; n <= 10; n++) {
            for (var right = 0; right <= n; right++) {
                for (var k = 1; k <= n; k++) {
                    assertThat(PassAtK.ofTask(n, right, k)).isCloseTo(byCounting(n, right, k), within(1e-12));
                }
            }
        }
    }

    private static double byCounting(int n, int right, int k) {
        var subsets = IntStream.range(0, 1 << n)
                .filter(set -> Integer.bitCount(set) == k)
                .boxed()
                .toList();
        var passing =
                subsets.stream().filter(set -> (set & ((1 << right) - 1)) != 0).count();
        return (double) passing / subsets.size();
    }
}
