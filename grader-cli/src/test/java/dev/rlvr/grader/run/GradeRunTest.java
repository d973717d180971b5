package dev.rlvr.grader.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.run.GradeRun.Ending;
import dev.rlvr.grader.sample.SampleRow;
import dev.rlvr.grader.testing.Grades;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GradeRunTest {

    private final List<Grade> graded = new ArrayList<>();

    @Test
    void every_row_is_graded_once_and_delivered_with_its_position() throws Exception {
        var positions = new ArrayList<Long>();
        var run = new GradeRun(sample -> Grades.accepted(sample.id()), 4, (index, grade) -> {
            positions.add(index);
            assertThat(grade.id()).isEqualTo("s" + index);
        });

        assertThat(run.run(rows(1000))).isEqualTo(Ending.FINISHED);
        assertThat(positions)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 1000).mapToObj(i -> (long) i).toList());
    }

    @Test
    void no_more_samples_than_the_window_are_under_way() throws Exception {
        var underWay = new AtomicInteger();
        var most = new AtomicInteger();
        var run = new GradeRun(
                sample -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    Thread.sleep(1);
                    underWay.decrementAndGet();
                    return Grades.accepted(sample.id());
                },
                3,
                (_, grade) -> graded.add(grade));

        run.run(rows(100));

        assertThat(graded).hasSize(100);
        assertThat(most.get()).isBetween(2, 3);
    }

    @Test
    void a_row_that_cannot_be_read_becomes_an_ungraded_one_and_the_run_goes_on() throws Exception {
        var rows = Stream.of(new SampleRow.Bad("line 1", "samples.jsonl, line 1: not JSON"), Grades.row("a"));
        var run = new GradeRun(sample -> Grades.accepted(sample.id()), 1, (_, grade) -> graded.add(grade));

        run.run(rows.iterator());

        assertThat(graded)
                .containsExactly(
                        new Grade.Ungraded("line 1", "", Fault.INPUT, "samples.jsonl, line 1: not JSON"),
                        Grades.accepted("a"));
    }

    @Test
    void a_grader_that_throws_is_our_fault() throws Exception {
        var run = new GradeRun(
                _ -> {
                    throw new IllegalStateException("out of boxes");
                },
                1,
                (_, grade) -> graded.add(grade));

        run.run(rows(1));

        assertThat(graded).singleElement().isInstanceOfSatisfying(Grade.Ungraded.class, ungraded -> {
            assertThat(ungraded.fault()).isEqualTo(Fault.INFRASTRUCTURE);
            assertThat(ungraded.reason()).contains("out of boxes");
        });
    }

    @Test
    void a_stop_takes_no_more_samples_and_delivers_those_under_way() throws Exception {
        var runs = new ArrayList<GradeRun>();
        var run = new GradeRun(
                sample -> {
                    runs.getFirst().stop();
                    return Grades.accepted(sample.id());
                },
                1,
                (_, grade) -> graded.add(grade));
        runs.add(run);

        assertThat(run.run(rows(100))).isEqualTo(Ending.STOPPED);
        assertThat(graded).containsExactly(Grades.accepted("s0"));
    }

    @Test
    void a_stop_does_not_wait_for_ever_for_what_hangs() throws Exception {
        var started = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var run = new GradeRun(
                sample -> {
                    started.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        interrupted.countDown();
                    }
                    return Grades.accepted(sample.id());
                },
                1,
                (_, grade) -> graded.add(grade));
        Thread.ofVirtual().start(() -> stopAfter(started, run));

        assertThat(run.run(rows(2))).isEqualTo(Ending.STOPPED);
        interrupted.await();
        assertThat(graded).isEmpty();
    }

    @Test
    void a_stop_does_not_wait_for_an_input_that_is_still_being_written() throws Exception {
        var reading = new CountDownLatch(1);
        var endless = new CountDownLatch(1);
        var rows = new Iterator<SampleRow>() {
            @Override
            public boolean hasNext() {
                reading.countDown();
                try {
                    endless.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return false;
            }

            @Override
            public SampleRow next() {
                throw new IllegalStateException();
            }
        };
        var run = new GradeRun(sample -> Grades.accepted(sample.id()), 1, (_, grade) -> graded.add(grade));
        Thread.ofVirtual().start(() -> stopAfter(reading, run));

        assertThat(run.run(rows)).isEqualTo(Ending.STOPPED);
        endless.countDown();
    }

    @Test
    void a_sandbox_that_died_of_the_same_signal_leaves_no_row() throws Exception {
        var runs = new ArrayList<GradeRun>();
        var run = new GradeRun(
                sample -> {
                    runs.getFirst().stop();
                    return Grades.ungraded(sample.id(), Fault.INFRASTRUCTURE);
                },
                1,
                (_, grade) -> graded.add(grade));
        runs.add(run);

        run.run(rows(1));

        assertThat(graded).isEmpty();
    }

    @Test
    void an_input_that_breaks_off_ends_the_run_with_its_message_after_the_rows_before_it() {
        var run = new GradeRun(sample -> Grades.accepted(sample.id()), 4, (_, grade) -> graded.add(grade));
        var rows = Stream.iterate(0, i -> i + 1)
                .map(i -> {
                    if (i == 3) {
                        throw new UncheckedIOException(new IOException("the disk is gone"));
                    }
                    return Grades.row("s" + i);
                })
                .iterator();

        assertThatThrownBy(() -> run.run(rows)).hasMessageContaining("the disk is gone");
        assertThat(graded).hasSize(3);
    }

    @Test
    void rows_that_cannot_be_written_end_the_run() {
        var run = new GradeRun(sample -> Grades.accepted(sample.id()), 2, (_, _) -> {
            throw new UncheckedIOException(new IOException("no space left"));
        });

        assertThatThrownBy(() -> run.run(rows(1_000_000))).hasMessageContaining("no space left");
    }

    private static void stopAfter(CountDownLatch event, GradeRun run) {
        try {
            event.await();
            run.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Iterator<SampleRow> rows(int n) {
        return IntStream.range(0, n).mapToObj(i -> Grades.row("s" + i)).iterator();
    }
}
