package dev.rlvr.grader.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.sample.SampleRow;
import dev.rlvr.grader.testing.Grades;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RemainingTest {

    private final DoneIds done = new DoneIds();

    @Test
    void what_has_a_score_is_skipped_and_a_bad_row_is_not() {
        done.add("a");
        done.add("line 2");
        var bad = new SampleRow.Bad("line 2", "not JSON");

        assertThat(left(Grades.row("a"), bad, Grades.row("c"))).containsExactly(bad, Grades.row("c"));
    }

    @Test
    void samples_that_share_an_id_are_worth_a_word() {
        done.add("a");
        var remaining = new Remaining(List.of(Grades.row("a"), Grades.row("a")).iterator(), done);

        assertThat(remaining.hasNext()).isFalse();
        assertThat(remaining.oddity()).get().asString().contains("1 samples were skipped", "unique ids");
    }

    @Test
    void a_file_of_another_run_is_worth_a_word() {
        done.add("x");
        var remaining = new Remaining(List.of(Grades.row("a")).iterator(), done);

        assertThat(remaining.hasNext()).isTrue();
        assertThat(remaining.oddity()).get().asString().contains("is it the file of this run?");
    }

    private List<SampleRow> left(SampleRow... rows) {
        var remaining = new Remaining(Stream.of(rows).iterator(), done);
        return Stream.generate(() -> remaining)
                .takeWhile(Remaining::hasNext)
                .map(Remaining::next)
                .toList();
    }
}
