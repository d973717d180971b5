package dev.rlvr.grader.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DoneIdsTest {

    @Test
    void ids_are_found_however_many_there_are() {
        var done = new DoneIds();
        for (var i = 0; i < 50_000; i++) {
            assertThat(done.add("id " + i)).isTrue();
        }

        assertThat(done.size()).isEqualTo(50_000);
        for (var i = 0; i < 50_000; i++) {
            assertThat(done.contains("id " + i)).isTrue();
            assertThat(done.contains("other " + i)).isFalse();
        }
    }

    @Test
    void an_id_counts_once() {
        var done = new DoneIds();

        assertThat(done.add("a")).isTrue();
        assertThat(done.add("a")).isFalse();
        assertThat(done.size()).isEqualTo(1);
    }
}
