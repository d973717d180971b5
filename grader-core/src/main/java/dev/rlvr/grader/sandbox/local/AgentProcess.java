package dev.rlvr.grader.sandbox.local;

import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.local.Frames.Message;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A running agent. Used by one thread at a time.
 *
 * <p>A thread of its own reads what the agent says, so that waiting for it can be interrupted: a read from a pipe cannot.
 */
final class AgentProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final int WORDS = 4096;
    private static final int KILLED = 128 + 9;

    /** What the reader thread passes on. */
    private sealed interface Event {
        record Said(Message message) implements Event {}

        record Gone(String why) implements Event {}
    }

    /** The agent ended. {@code killed}: by a SIGKILL, which nothing inside of it can send. */
    static final class AgentGone extends Exception {
        private final boolean killed;

        AgentGone(String message, boolean killed) {
            super(message);
            this.killed = killed;
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }

        boolean killed() {
            return killed;
        }
    }

    private final Process process;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final StringBuilder words = new StringBuilder();
    private final Message.Hello hello;

    private AgentProcess(Process process) throws AgentGone, InterruptedException {
        this.process = process;
        daemon("agent-reader", this::readFrames);
        var listener = daemon("agent-words", this::readWords);
        var first = events.poll(START.toMillis(), TimeUnit.MILLISECONDS);
        if (first instanceof Event.Said(Message.Hello greeting) && greeting.protocol() == Frames.PROTOCOL) {
            hello = greeting;
            return;
        }
        // Through its handle: Process.destroyForcibly would close the stream with the reason in it.
        process.toHandle().destroyForcibly();
        listener.join(STOP);
        throw gone("the agent did not start");
    }

    static AgentProcess start(List<String> command) throws AgentGone, InterruptedException {
        try {
            var builder = new ProcessBuilder(command);
            // Credentials of the machine, such as those of a cloud, have no business near what is not trusted.
            builder.environment().keySet().retainAll(Set.of("PATH", "LANG", "LC_ALL", "TMPDIR"));
            return new AgentProcess(builder.start());
        } catch (IOException e) {
            throw new SandboxException("cannot start the agent: " + e.getMessage(), false, e);
        }
    }

    Message.Hello hello() {
        return hello;
    }

    void send(byte[] frame) throws AgentGone, InterruptedException {
        try {
            var out = process.getOutputStream();
            out.write(frame);
            out.flush();
        } catch (IOException _) {
            throw gone("the agent no longer listens");
        }
    }

    Message receive() throws AgentGone, InterruptedException {
        return switch (events.take()) {
            case Event.Said(var message) -> message;
            case Event.Gone(var why) -> throw gone(why);
        };
    }

    private AgentGone gone(String what) throws InterruptedException {
        var code = process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
        var said = words();
        return new AgentGone(what + " (exit code " + code + ")" + (said.isEmpty() ? "" : ": " + said), code == KILLED);
    }

    private void readFrames() {
        try (var in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
            while (true) {
                events.add(new Event.Said(Frames.read(in)));
            }
        } catch (IOException e) {
            events.add(new Event.Gone(String.valueOf(e.getMessage())));
        }
    }

    /** Keeps the end of what the agent writes to stderr: it is the reason when the agent ends. */
    private void readWords() {
        try (InputStream in = process.getErrorStream()) {
            var chunk = new byte[WORDS];
            for (int n; (n = in.read(chunk)) > 0; ) {
                keepEnd(new String(chunk, 0, n, StandardCharsets.UTF_8));
            }
        } catch (IOException _) {
            // The stream ends with the process.
        }
    }

    private void keepEnd(String text) {
        synchronized (words) {
            words.append(text);
            words.delete(0, Math.max(0, words.length() - WORDS));
        }
    }

    private String words() {
        synchronized (words) {
            return words.toString().strip();
        }
    }

    private static Thread daemon(String name, Runnable body) {
        return Thread.ofPlatform().daemon().name(name).start(body);
    }

    /** Kills the agent, whose keeper stays behind to remove what the kernel does not, and then ends as well. */
    void kill() {
        var agents = process.children().toList();
        if (agents.isEmpty()) {
            process.destroyForcibly();
        }
        agents.forEach(ProcessHandle::destroyForcibly);
    }

    /** Lets it clean up after itself: it ends when its input does. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (IOException _) {
            // It is gone already, or about to be.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        kill();
    }
}
