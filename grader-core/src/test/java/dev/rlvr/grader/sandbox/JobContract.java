package dev.rlvr.grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** How every {@link Sandbox} treats jobs, those that run nothing included. Its programs are told apart by their ids. */
public interface JobContract {

    /** A program with the id X prints X. */
    Sandbox sandbox();

    private static CaseRun says(String id) {
        return Programs.script(id, "print(" + id + ", end='')");
    }

    @Test
    default void cases_are_reported_once_each_and_in_order() throws InterruptedException {
        var outcomes = Programs.outcomes(sandbox(), says("1"), says("2"), says("3"), says("4"));
        assertThat(outcomes)
                .extracting(outcome -> outcome.candidate().stdout().text())
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    default void a_job_without_cases_is_over_at_once() throws InterruptedException {
        assertThat(Programs.outcomes(sandbox())).isEmpty();
    }

    @Test
    default void the_listener_can_stop_a_job_and_the_next_one_is_unaffected() throws InterruptedException {
        var seen = new ArrayList<Integer>();
        sandbox().execute(new Job("python", List.of(says("1"), says("2"), says("3"), says("4"))), (index, _) -> {
            seen.add(index);
            return index < 1;
        });
        assertThat(seen).containsExactly(0, 1);
        assertThat(Programs.run(sandbox(), says("5")).stdout().text()).isEqualTo("5");
    }

    @Test
    default void a_listener_that_throws_is_heard_and_the_next_job_is_unaffected() throws InterruptedException {
        var job = new Job("python", List.of(says("1"), says("2")));
        assertThatThrownBy(() -> sandbox().execute(job, (_, _) -> {
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
        assertThat(Programs.run(sandbox(), says("5")).stdout().text()).isEqualTo("5");
    }

    @Test
    default void concurrent_jobs_do_not_mix() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var jobs = new ArrayList<Callable<List<CaseOutcome>>>();
            for (var i = 10; i < 30; i++) {
                var first = says(String.valueOf(i));
                var second = says(String.valueOf(100 + i));
                jobs.add(() -> Programs.outcomes(sandbox(), first, second));
            }
            var n = 10;
            for (var done : threads.invokeAll(jobs)) {
                assertThat(done.get())
                        .extracting(outcome -> outcome.candidate().stdout().text())
                        .containsExactly(String.valueOf(n), String.valueOf(100 + n));
                n++;
            }
        }
    }

    @Test
    default void an_interrupted_thread_runs_nothing() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Programs.run(sandbox(), says("1"))).isInstanceOf(InterruptedException.class);
    }
}
