package dev.rlvr.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.testing.Grades;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TotalsTest {

    private final Totals totals = new Totals();

    @Test
    void the_mean_is_over_what_was_scored() {
        totals.add(0, Grades.accepted("a"));
        totals.add(1, Grades.rejected("b"));
        totals.add(2, Grades.ungraded("c", Fault.SUITE));

        assertThat(totals.meanReward()).hasValue(0.5);
        assertThat(totals.samples()).isEqualTo(3);
        assertThat(totals.verdicts()).isEqualTo(Map.of(Verdict.ACCEPTED, 1L, Verdict.WRONG_ANSWER, 1L));
        assertThat(totals.ungraded(Fault.SUITE)).isEqualTo(1);
        assertThat(totals.ungraded(Fault.INFRASTRUCTURE)).isZero();
    }

    @Test
    void there_is_no_mean_of_nothing() {
        totals.add(0, Grades.ungraded("c", Fault.SUITE));

        assertThat(totals.meanReward()).isEmpty();
        assertThat(totals.passAtK()).isEmpty();
    }

    @Test
    void the_five_slowest_are_known_slowest_first() {
        for (var i = 1; i <= 20; i++) {
            totals.add(i, Grades.scored("s" + i, "t", Verdict.ACCEPTED, 1, Duration.ofMillis(i)));
        }

        assertThat(totals.slowest()).extracting(Digest::id).containsExactly("s20", "s19", "s18", "s17", "s16");
    }

    @Test
    void few_samples_are_listed_in_the_order_of_the_input_and_many_are_not() {
        for (var i = Totals.MOST_LISTED - 1; i >= 0; i--) {
            totals.add(i, Grades.accepted("s" + i));
        }
        assertThat(totals.listed()).hasSize(Totals.MOST_LISTED).first().returns("s0", Digest::id);

        totals.add(99, Grades.accepted("one more"));

        assertThat(totals.listed()).isEmpty();
    }

    @Test
    void pass_at_k_goes_as_far_as_the_completions_of_a_task() {
        for (var i = 0; i < 5; i++) {
            var verdict = i == 0 ? Verdict.ACCEPTED : Verdict.WRONG_ANSWER;
            totals.add(i, Grades.scored("s" + i, "often", verdict, 0, Duration.ofMillis(1)));
        }
        totals.add(5, Grades.scored("s5", "once", Verdict.ACCEPTED, 1, Duration.ofMillis(1)));

        assertThat(totals.passAtK())
                .containsExactly(new PassAtK(1, (0.2 + 1) / 2, 2), new PassAtK(2, 0.4, 1), new PassAtK(5, 1, 1));
    }

    @Test
    void what_was_not_graded_is_no_completion_of_its_task() {
        totals.add(0, Grades.accepted("a"));
        totals.add(1, Grades.ungraded("a", Fault.INFRASTRUCTURE));

        assertThat(totals.passAtK()).containsExactly(new PassAtK(1, 1, 1));
    }

    @Test
    void tasks_are_counted_however_many_there_are() {
        for (var i = 0; i < 20_000; i++) {
            totals.add(i, Grades.scored("s" + i, "t" + i % 5000, Verdict.ACCEPTED, 1, Duration.ZERO));
        }

        assertThat(totals.tasks()).isEqualTo(5000);
        assertThat(totals.passAtK()).containsExactly(new PassAtK(1, 1, 5000), new PassAtK(2, 1, 5000));
    }
}
