package dev.rlvr.grader.sandbox.agent;

import java.nio.charset.StandardCharsets;

/** Keeps the end of what an agent writes to stderr: it is the reason when the agent ends. Thread-safe. */
public final class LastWords {

    private static final int MOST = 4096;

    private final StringBuilder words = new StringBuilder();

    public synchronized void add(byte[] chunk, int length) {
        words.append(new String(chunk, 0, length, StandardCharsets.UTF_8));
        words.delete(0, Math.max(0, words.length() - MOST));
    }

    @Override
    public synchronized String toString() {
        return words.toString().strip();
    }
}
