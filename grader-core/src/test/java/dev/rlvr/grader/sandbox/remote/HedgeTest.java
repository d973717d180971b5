package dev.rlvr.grader.sandbox.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HedgeTest {

    private final Hedge hedge = new Hedge(Duration.ofSeconds(3));

    private int begun() {
        var many = 0;
        while (hedge.begin()) {
            many++;
        }
        return many;
    }

    @Test
    void one_job_may_always_have_a_second_worker_and_of_many_one_in_ten() {
        hedge.jobBegun();
        assertThat(begun()).isEqualTo(1);
        for (var i = 0; i < 59; i++) {
            hedge.jobBegun();
        }
        assertThat(begun()).isEqualTo(6);
    }

    @Test
    void what_is_over_makes_place_for_another() {
        assertThat(hedge.begin()).isTrue();
        assertThat(hedge.begin()).isFalse();
        hedge.end();

        assertThat(hedge.begin()).isTrue();
    }
}
