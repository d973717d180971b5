package dev.rlvr.grader.sandbox.agent;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An agent that said hello. Used by one thread at a time.
 *
 * <p>A thread of its own reads what the agent says, so that waiting for it can be interrupted: a read from a pipe cannot.
 */
final class Agent implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(5);

    /** For half a GiB through an engine of a busy machine; what is sent ahead of its time is small and never waits. */
    private static final Duration TAKE = Duration.ofMinutes(10);

    /** What the reader thread passes on. */
    private sealed interface Event {
        record Said(Message message) implements Event {}

        record Gone(String why) implements Event {}
    }

    private final AgentLink link;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final AtomicReference<@Nullable AgentEnd> givenUp = new AtomicReference<>();
    private final Silence silence;
    private final Message.Hello hello;

    Agent(AgentLink link) throws AgentGone, InterruptedException {
        this.link = link;
        this.silence = new Silence(link, System::nanoTime, this::giveUp);
        Thread.ofPlatform().daemon().name("agent-reader").start(this::readFrames);
        try {
            var first = events.poll(START.toMillis(), TimeUnit.MILLISECONDS);
            if (first instanceof Event.Said(Message.Hello greeting) && greeting.protocol() == Frames.PROTOCOL) {
                hello = greeting;
                return;
            }
            if (!(first instanceof Event.Gone)) {
                link.kill(); // it says nothing, or nothing that we understand
            }
            throw gone(
                    first instanceof Event.Said(Message.Hello(var version, var _, var _, var _))
                            ? "the agent speaks version " + version + " of the protocol and this grader version "
                                    + Frames.PROTOCOL + ": build the agent and its images again"
                            : "the agent did not start");
        } catch (AgentGone | InterruptedException e) {
            link.kill();
            throw e;
        }
    }

    Message.Hello hello() {
        return hello;
    }

    void send(byte[] frame) throws AgentGone, InterruptedException {
        silence.begins(TAKE);
        try {
            link.input().write(frame);
            link.input().flush();
        } catch (IOException _) {
            throw gone("the agent no longer listens");
        } finally {
            silence.ends();
        }
    }

    void makeRoom(Room room) throws AgentGone, InterruptedException {
        try {
            link.makeRoom(room);
        } catch (IOException _) {
            throw gone("the limits around the agent cannot be changed");
        }
    }

    /** @param limit longer than the answer can take, whatever the machine is busy with */
    Message receive(Duration limit) throws AgentGone, InterruptedException {
        silence.begins(limit);
        try {
            return switch (events.take()) {
                case Event.Said(var message) -> message;
                case Event.Gone(var why) -> throw gone(why);
            };
        } finally {
            silence.ends();
        }
    }

    private AgentGone gone(String what) throws InterruptedException {
        var known = givenUp.get();
        return new AgentGone(what, known == null ? link.end(STOP) : known);
    }

    /** Called now and then by whoever has many agents: whether to wait for it any longer. */
    void look() {
        silence.look();
    }

    private void giveUp(AgentEnd why) {
        if (givenUp.compareAndSet(null, why)) {
            events.add(new Event.Gone("the agent is given up"));
            link.kill();
        }
    }

    private void readFrames() {
        try (var in = new DataInputStream(new BufferedInputStream(link.output(), 1 << 16))) {
            while (true) {
                events.add(new Event.Said(Frames.read(in)));
            }
        } catch (IOException e) {
            events.add(new Event.Gone(String.valueOf(e.getMessage())));
        }
    }

    void kill() {
        link.kill();
    }

    @Override
    public void close() {
        link.close();
    }
}
