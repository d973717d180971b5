package dev.rlvr.grader.sandbox.remote;

import dev.rlvr.grader.sandbox.remote.JobWire.Line;
import dev.rlvr.grader.sandbox.remote.JobWire.Malformed;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The lines of one answer. A thread of its own reads them, so that waiting for one can be interrupted and has an end: a
 * worker that is alive says something every second.
 */
final class JobCall implements AutoCloseable {

    private static final int LONGEST_LINE = 1 << 30;

    /** The worker is gone, silent, or talks nonsense. */
    static final class Lost extends Exception {
        Lost(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private sealed interface Event {
        record Said(Line line) implements Event {}

        record Alive() implements Event {}

        record Over(String why) implements Event {}
    }

    private final InputStream body;
    private final Duration longestSilence;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    JobCall(InputStream body, Duration longestSilence) {
        this.body = new BufferedInputStream(body, 1 << 16);
        this.longestSilence = longestSilence;
        Thread.ofVirtual().name("worker-reader").start(this::read);
    }

    Line next() throws Lost, InterruptedException {
        while (true) {
            switch (events.poll(longestSilence.toNanos(), TimeUnit.NANOSECONDS)) {
                case null -> throw new Lost("said nothing for " + longestSilence.toMillis() + " ms");
                case Event.Said(var line) -> {
                    return line;
                }
                case Event.Alive() -> {
                    // Wait on.
                }
                case Event.Over(var why) -> throw new Lost(why);
            }
        }
    }

    private void read() {
        try {
            while (true) {
                var line = line();
                events.add(line.length == 0 ? new Event.Alive() : new Event.Said(JobWire.readLine(line)));
            }
        } catch (IOException | Malformed e) {
            events.add(new Event.Over(String.valueOf(e.getMessage())));
        }
    }

    private byte[] line() throws IOException {
        var line = new ByteArrayOutputStream(256);
        for (int b; (b = body.read()) != '\n'; ) {
            if (b < 0) {
                throw new IOException("the answer ended too early");
            }
            if (line.size() == LONGEST_LINE) {
                throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
            }
            line.write(b);
        }
        return line.toByteArray();
    }

    /** Ends the connection, which tells the worker to stop. */
    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException _) {
            // It is over in any case.
        }
    }
}
