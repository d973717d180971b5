package dev.rlvr.grader.sandbox.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Nobody waits for ever for an agent, and nobody is hurried. */
class SilenceTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final AtomicLong now = new AtomicLong(-1);
    private final AtomicInteger asked = new AtomicInteger();
    private final LinkedBlockingQueue<AgentEnd> givenUp = new LinkedBlockingQueue<>();

    private Silence of(Optional<String> frozen) {
        return new Silence(new Link(asked, frozen), now::get, givenUp::add);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private Optional<AgentEnd> soon() throws InterruptedException {
        return Optional.ofNullable(givenUp.poll(200, TimeUnit.MILLISECONDS));
    }

    @Test
    void an_agent_that_nobody_waits_for_may_be_silent() throws Exception {
        var silence = of(Optional.of("frozen"));
        silence.begins(LIMIT);
        silence.ends();
        pass(LIMIT.multipliedBy(10));
        silence.look();
        assertThat(soon()).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void for_a_moment_nobody_is_asked() throws Exception {
        var silence = of(Optional.of("frozen"));
        silence.begins(LIMIT);
        pass(Duration.ofSeconds(2));
        silence.look();
        assertThat(soon()).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void one_that_is_frozen_is_given_up_and_what_it_ran_is_not_to_blame() throws Exception {
        var silence = of(Optional.of("its container is paused"));
        silence.begins(LIMIT);
        pass(Duration.ofSeconds(4));
        silence.look();
        assertThat(givenUp.poll(10, TimeUnit.SECONDS)).isEqualTo(new AgentEnd("its container is paused", "", true));
    }

    @Test
    void one_that_works_is_waited_for_until_its_limit() throws Exception {
        var silence = of(Optional.empty());
        silence.begins(LIMIT);
        pass(LIMIT);
        silence.look();
        assertThat(soon()).isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void beyond_its_limit_one_is_given_up_whatever_it_does() throws Exception {
        var silence = of(Optional.empty());
        silence.begins(LIMIT);
        pass(LIMIT.plusSeconds(1));
        silence.look();
        assertThat(soon()).contains(new AgentEnd("no answer for 300 s", "", false));
    }

    /** Of nothing else than whether it is frozen. */
    private record Link(AtomicInteger asked, Optional<String> how) implements AgentLink {
        @Override
        public Optional<String> frozen() {
            asked.incrementAndGet();
            return how;
        }

        @Override
        public OutputStream input() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream output() {
            return InputStream.nullInputStream();
        }

        @Override
        public AgentEnd end(Duration patience) {
            return new AgentEnd("", "", true);
        }

        @Override
        public void kill() {}

        @Override
        public void close() {}
    }
}
