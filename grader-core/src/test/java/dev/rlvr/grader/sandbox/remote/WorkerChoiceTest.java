package dev.rlvr.grader.sandbox.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkerChoiceTest {

    private final List<URI> listed = new ArrayList<>(List.of(URI.create("http://a:1"), URI.create("http://b:1")));
    private Instant now = Instant.EPOCH;
    private final WorkerChoice choice = new WorkerChoice(() -> List.copyOf(listed), () -> now, new Random(7));

    private Worker any() {
        return choice.choose(Set.of()).orElseThrow();
    }

    @Test
    void of_two_the_one_with_less_to_do_is_taken() {
        var first = any();
        first.begin();

        for (var i = 0; i < 20; i++) {
            assertThat(any()).isNotSameAs(first);
        }
    }

    @Test
    void who_lost_a_job_gets_it_again_only_if_there_is_no_other() {
        var first = any();
        var other = choice.choose(Set.of(first)).orElseThrow();

        assertThat(other).isNotSameAs(first);
        assertThat(choice.choose(Set.of(first, other))).isPresent();
    }

    @Test
    void who_fails_three_times_in_a_row_is_left_alone_for_a_while_and_then_tried_once() {
        listed.removeLast();
        var worker = any();
        worker.failed();
        worker.failed();
        worker.succeeded();
        worker.failed();
        worker.failed();
        assertThat(choice.choose(Set.of())).isPresent();
        worker.failed();
        assertThat(choice.choose(Set.of())).isEmpty();

        now = now.plus(Duration.ofSeconds(2));
        assertThat(any()).isSameAs(worker);
        worker.failed();
        now = now.plus(Duration.ofSeconds(3));
        assertThat(choice.choose(Set.of())).isEmpty();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(choice.choose(Set.of())).isPresent();
    }

    @Test
    void who_has_too_much_to_do_is_asked_again_when_it_said() {
        listed.removeLast();
        any().busyFor(Duration.ofSeconds(1));
        assertThat(choice.choose(Set.of())).isEmpty();

        now = now.plus(Duration.ofSeconds(1));
        assertThat(choice.choose(Set.of())).isPresent();
    }

    @Test
    void who_is_no_longer_listed_is_not_taken() {
        listed.clear();

        assertThat(choice.choose(Set.of())).isEmpty();
    }

    @Test
    void a_name_stands_for_all_of_its_addresses_and_is_asked_for_again() throws UnknownHostException {
        var addresses = new ArrayList<>(List.of(InetAddress.getByName("10.0.0.1"), InetAddress.getByName("fd00::1")));
        var workers = new DnsWorkers("workers", 8080, _ -> addresses.toArray(InetAddress[]::new), () -> now);

        assertThat(workers.workers())
                .containsExactly(URI.create("http://10.0.0.1:8080"), URI.create("http://[fd00:0:0:0:0:0:0:1]:8080"));
        addresses.removeFirst();
        assertThat(workers.workers()).hasSize(2);
        now = now.plus(Duration.ofSeconds(15));
        assertThat(workers.workers()).hasSize(1);
    }

    @Test
    void a_name_server_that_is_silent_changes_nothing() throws UnknownHostException {
        var address = new InetAddress[] {InetAddress.getByName("10.0.0.1")};
        var silent = new boolean[1];
        var workers = new DnsWorkers(
                "workers",
                8080,
                name -> {
                    if (silent[0]) {
                        throw new UnknownHostException(name);
                    }
                    return address;
                },
                () -> now);
        workers.workers();
        silent[0] = true;
        now = now.plus(Duration.ofHours(1));

        assertThat(workers.workers()).hasSize(1);
    }
}
