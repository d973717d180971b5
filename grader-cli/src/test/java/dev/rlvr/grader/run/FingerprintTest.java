package dev.rlvr.grader.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void where_one_part_ends_makes_a_difference() {
        assertThat(Fingerprint.of("ab", "c")).isNotEqualTo(Fingerprint.of("a", "bc"));
        assertThat(Fingerprint.of("abc")).isNotEqualTo(Fingerprint.of("abc", ""));
    }

    @Test
    void equal_parts_have_equal_fingerprints() {
        assertThat(Fingerprint.of("a", "")).isEqualTo(Fingerprint.of("a", ""));
    }
}
