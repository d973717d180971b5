package dev.rlvr.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import org.junit.jupiter.api.Test;

class UngradedReasonsTest {

    private final UngradedReasons reasons = new UngradedReasons();

    @Test
    void equal_reasons_are_counted_together_with_an_example() {
        add("a", "no suite x");
        add("b", "no suite y");
        add("c", "no suite y");

        assertThat(reasons.mostFrequent(1)).singleElement().satisfies(entry -> {
            assertThat(entry.getKey().text()).isEqualTo("no suite y");
            assertThat(entry.getValue()).isEqualTo(new UngradedReasons.Tally(2, "b"));
        });
    }

    @Test
    void a_reason_for_each_sample_does_not_grow_without_bound() {
        for (var i = 0; i < 10_000; i++) {
            add("s" + i, "no suite " + i);
        }

        assertThat(reasons.total()).isEqualTo(10_000);
        assertThat(reasons.mostFrequent(Integer.MAX_VALUE)).hasSizeLessThan(100);
        assertThat(reasons.mostFrequent(1).getFirst().getKey().text()).isEqualTo("other reasons; see the rows");
    }

    private void add(String id, String reason) {
        reasons.add(new Grade.Ungraded(id, "", Fault.SUITE, reason));
    }
}
