package dev.rlvr.grader.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.sandbox.SandboxException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which containers are made, and which give way. They are named after their image here, and made when a test says so. */
@Timeout(30)
class WaitingTest {

    private final List<String> ordered = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final java.util.concurrent.ExecutorService takers = Executors.newVirtualThreadPerTaskExecutor();
    private final Waiting<String> waiting = new Waiting<>(3, this::order, this::end);

    private synchronized void order(String image) {
        ordered.add(image);
    }

    private void end(String container) {
        ended.add(container);
        waiting.ended();
    }

    private synchronized List<String> orders() {
        var all = List.copyOf(ordered);
        ordered.clear();
        return all;
    }

    private void makeAll() {
        orders().forEach(image -> waiting.made(image, image));
    }

    /** Somebody who asks, and had to wait for what is ordered now. */
    private Future<String> waitsFor(String image) throws InterruptedException {
        Callable<String> take = () -> waiting.take(image);
        var taker = takers.submit(take);
        while (true) {
            synchronized (this) {
                if (ordered.contains(image)) {
                    return taker;
                }
            }
            Thread.sleep(1);
        }
    }

    @AfterEach
    void close() {
        waiting.close();
        takers.close();
    }

    @Test
    void as_many_as_wanted_are_made_in_advance() {
        waiting.refill("python");
        assertThat(orders()).containsExactly("python", "python", "python");
    }

    @Test
    void one_that_is_taken_counts_until_it_ends() throws Exception {
        waiting.refill("python");
        makeAll();
        assertThat(waiting.take("python")).isEqualTo("python");
        assertThat(orders()).isEmpty();
        waiting.ended();
        assertThat(waiting.take("python")).isEqualTo("python");
        assertThat(orders()).containsExactly("python");
    }

    @Test
    void another_image_is_made_when_asked_for_and_one_that_waits_gives_way() throws Exception {
        waiting.refill("python");
        makeAll();
        var taker = waitsFor("java");
        makeAll();
        assertThat(taker.get()).isEqualTo("java");
        assertThat(ended).containsExactly("python");
        assertThat(waiting.take("python")).isEqualTo("python");
        assertThat(orders()).isEmpty();
    }

    @Test
    void one_that_is_made_too_late_to_be_wanted_gives_way_too() throws Exception {
        waiting.refill("python");
        orders();
        var taker = waitsFor("java");
        waiting.made("python", "python");
        assertThat(ended).containsExactly("python");
        waiting.made("java", "java");
        assertThat(taker.get()).isEqualTo("java");
    }

    @Test
    void who_asks_hears_why_there_is_none() throws Exception {
        var taker = waitsFor("java");
        waiting.failed("java", new SandboxException("the image is missing", false));
        assertThatThrownBy(taker::get).hasRootCauseMessage("the image is missing");
    }

    @Test
    void a_failure_that_nobody_waited_for_is_not_told_to_who_asks_later() throws Exception {
        waiting.refill("python");
        orders().forEach(image -> waiting.failed(image, new SandboxException("the engine is down", true)));
        var taker = waitsFor("python");
        makeAll();
        assertThat(taker.get()).isEqualTo("python");
    }

    @Test
    void what_waits_or_is_made_later_ends_with_the_pool_and_nobody_waits_any_longer() throws Exception {
        waiting.refill("python");
        waiting.made("python", "first");
        var taker = waitsFor("java");
        waiting.close();
        waiting.made("python", "second");
        assertThat(ended).containsExactly("first", "second");
        assertThatThrownBy(taker::get).hasRootCauseMessage("the sandbox is closed");
    }
}
