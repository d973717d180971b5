package dev.rlvr.grader.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.model.Sample.SuiteRef;
import dev.rlvr.grader.testing.Grades;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DedupeTest {

    private final List<String> graded = Collections.synchronizedList(new ArrayList<>());

    @Test
    void an_equal_completion_of_the_same_suite_is_graded_once_and_keeps_its_own_name() throws Exception {
        var dedupe = new Dedupe(this::accept);

        var first = dedupe.grade(Grades.sample("a", "code"));
        var second = dedupe.grade(Grades.sample("b", "code"));

        assertThat(graded).containsExactly("a");
        assertThat(first).isEqualTo(Grades.accepted("a"));
        assertThat(second).isEqualTo(Grades.accepted("b"));
        assertThat(dedupe.shared()).isEqualTo(1);
    }

    @Test
    void what_differs_in_completion_or_suite_is_graded_for_itself() throws Exception {
        var dedupe = new Dedupe(this::accept);

        for (var sample : List.of(
                new Sample("a", "t", "code", new SuiteRef.Named("x")),
                new Sample("b", "t", "code ", new SuiteRef.Named("x")),
                new Sample("c", "t", "code", new SuiteRef.Named("y")),
                new Sample("d", "t", "code", new SuiteRef.Inline("x")))) {
            dedupe.grade(sample);
        }

        assertThat(graded).containsExactly("a", "b", "c", "d");
    }

    @Test
    void equal_neighbours_wait_for_the_first() throws Exception {
        var go = new CountDownLatch(1);
        var dedupe = new Dedupe(sample -> {
            go.await();
            return accept(sample);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<Grade>>();
            for (var i = 0; i < 20; i++) {
                var id = "s" + i;
                tasks.add(() -> dedupe.grade(Grades.sample(id, "code")));
            }
            var results = tasks.stream().map(threads::submit).toList();
            go.countDown();
            for (var result : results) {
                assertThat(result.get()).isInstanceOf(Grade.Scored.class);
            }
        }
        assertThat(graded).hasSize(1);
        assertThat(dedupe.shared()).isEqualTo(19);
    }

    @Test
    void what_could_not_be_graded_is_tried_again_for_each_sample() throws Exception {
        var dedupe = new Dedupe(sample -> {
            graded.add(sample.id());
            return graded.size() == 1 ? Grades.ungraded(sample.id(), Fault.INFRASTRUCTURE) : Grades.accepted("b");
        });

        assertThat(dedupe.grade(Grades.sample("a", "code"))).isInstanceOf(Grade.Ungraded.class);
        assertThat(dedupe.grade(Grades.sample("b", "code"))).isInstanceOf(Grade.Scored.class);
        assertThat(graded).containsExactly("a", "b");
    }

    @Test
    void only_the_grades_used_last_are_kept() throws Exception {
        var dedupe = new Dedupe(this::accept, 2);

        for (var completion : List.of("x", "y", "x", "z", "x", "y")) {
            dedupe.grade(Grades.sample(completion, completion));
        }

        assertThat(graded).containsExactly("x", "y", "z", "y");
    }

    private Grade accept(Sample sample) {
        graded.add(sample.id());
        return Grades.accepted(sample.id());
    }
}
