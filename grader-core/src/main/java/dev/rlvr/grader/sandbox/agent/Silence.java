package dev.rlvr.grader.sandbox.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * How long we have been waiting for an agent, and when that is too long.
 *
 * <p>An agent that is frozen from outside, as by {@code docker pause}, keeps its connection and says nothing for ever. So
 * after a few seconds its link is asked whether it can be working at all; and longer than the longest that a case may
 * take, whatever the load, nobody waits.
 */
final class Silence {

    private static final Duration SUSPICIOUS = Duration.ofSeconds(3);

    /** Since when, in nanoseconds, and for how long at most. */
    private record Wait(long since, Duration limit) {}

    private final AgentLink link;
    private final LongSupplier clock;
    private final Consumer<AgentEnd> giveUp;
    private final AtomicReference<Optional<Wait>> wait = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean asking = new AtomicBoolean();

    /**
     * @param clock in nanoseconds, only ever forward
     * @param giveUp called any number of times, from any thread
     */
    Silence(AgentLink link, LongSupplier clock, Consumer<AgentEnd> giveUp) {
        this.link = link;
        this.clock = clock;
        this.giveUp = giveUp;
    }

    void begins(Duration limit) {
        wait.set(Optional.of(new Wait(clock.getAsLong(), limit)));
    }

    void ends() {
        wait.set(Optional.empty());
    }

    /** Called now and then. Does not block: whom the link asks may be frozen as well. */
    void look() {
        wait.get().ifPresent(this::look);
    }

    private void look(Wait now) {
        var soFar = Duration.ofNanos(clock.getAsLong() - now.since());
        if (soFar.compareTo(now.limit()) > 0) {
            giveUp.accept(new AgentEnd("no answer for " + now.limit().toSeconds() + " s", "", false));
        } else if (soFar.compareTo(SUSPICIOUS) > 0 && asking.compareAndSet(false, true)) {
            Thread.ofVirtual().start(this::ask);
        }
    }

    private void ask() {
        try {
            link.frozen().ifPresent(how -> giveUp.accept(new AgentEnd(how, "", true)));
        } finally {
            asking.set(false);
        }
    }
}
