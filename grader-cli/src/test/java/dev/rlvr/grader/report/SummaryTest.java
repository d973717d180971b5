package dev.rlvr.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.testing.Grades;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private final Totals totals = new Totals();

    @Test
    void a_small_run_is_told_in_full() {
        totals.add(0, Grades.scored("right", "sum", Verdict.ACCEPTED, 1, Duration.ofMillis(4)));
        totals.add(1, Grades.scored("wrong", "sum", Verdict.WRONG_ANSWER, 0, Duration.ofMillis(20)));
        totals.add(2, Grades.ungraded("lost", Fault.SUITE));

        assertThat(printed(Ink.PLAIN)).isEqualTo("""
                SAMPLE  VERDICT       REWARD  TESTS  CPU     CODE FOUND BY  NOTE
                right   ACCEPTED      1.000   1/1    4.0 ms  fence:last
                wrong   WRONG_ANSWER  0.000   0/1    20 ms   fence:last     1: expected 3, got 4
                lost    ungraded      -       -      0.0 ms                 there is a reason

                3 samples, 1 ungraded
                  ACCEPTED      1  50.0 %  ##########
                  WRONG_ANSWER  1  50.0 %  ##########

                mean reward  0.500
                pass@1       0.500  over 1 task
                pass@2       1.000  over 1 task

                slowest samples
                  wrong  40 ms   20 ms cpu   WRONG_ANSWER
                  right  8.0 ms  4.0 ms cpu  ACCEPTED

                ungraded: no reward was given; for more, run again with --explain ID
                  1 x  suite  such as lost  there is a reason

                graded in 2.00 s, 1.5 samples/s; sandbox local, isolation namespaces; 1 sample graded as a copy of an equal one
                """);
    }

    @Test
    void a_large_run_is_told_without_its_samples() {
        for (var i = 0; i < 1000; i++) {
            totals.add(i, Grades.accepted("s" + i));
        }

        assertThat(printed(Ink.PLAIN))
                .startsWith("1,000 samples\n  ACCEPTED  1000  100.0 %  ####################\n")
                .contains("over 1,000 tasks");
    }

    @Test
    void rows_of_an_earlier_run_count_but_not_for_the_speed() {
        totals.addEarlier(Grades.accepted("a"));
        totals.add(0, Grades.accepted("b"));

        assertThat(printed(Ink.PLAIN)).contains("2 samples, 1 row of them from before", "0.5 samples/s");
    }

    @Test
    void colours_are_for_terminals() {
        totals.add(0, Grades.accepted("a"));

        assertThat(printed(Ink.PLAIN)).doesNotContain("\033");
        assertThat(printed(Ink.COLOURED)).contains("\033[32m");
    }

    private String printed(Ink ink) {
        var bytes = new ByteArrayOutputStream();
        var circumstances = new Summary.Circumstances(Duration.ofSeconds(2), "local", "namespaces", 1);
        new Summary(totals, circumstances, ink, 120).print(new PrintStream(bytes, false, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
