package dev.rlvr.grader.report;

import dev.rlvr.grader.run.Fingerprint;

/**
 * How many completions each task has, and how many of them are right: what pass@k needs. Tasks are kept as 64-bit
 * fingerprints, 32 to 64 bytes for each, so that millions of them fit; that any two of ten million share one has a
 * probability of 3e-6.
 */
final class TaskCounts {

    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] keys = new long[FIRST_CAPACITY];
    private int[] samples = new int[FIRST_CAPACITY];
    private int[] right = new int[FIRST_CAPACITY];
    private int tasks;
    private int mostSamples;

    void add(String task, boolean accepted) {
        if (tasks * 2 >= keys.length) {
            grow();
        }
        var slot = slot(Fingerprint.of(task).high());
        tasks += samples[slot] == 0 ? 1 : 0;
        samples[slot]++;
        right[slot] += accepted ? 1 : 0;
        mostSamples = Math.max(mostSamples, samples[slot]);
    }

    int tasks() {
        return tasks;
    }

    /** Of any task. */
    int mostSamples() {
        return mostSamples;
    }

    /** The mean over the tasks that have at least k completions. */
    PassAtK passAt(int k) {
        var sum = 0.0;
        var counted = 0;
        for (var slot = 0; slot < samples.length; slot++) {
            if (samples[slot] >= k) {
                sum += PassAtK.ofTask(samples[slot], right[slot], k);
                counted++;
            }
        }
        return new PassAtK(k, counted == 0 ? 0 : sum / counted, counted);
    }

    private int slot(long key) {
        var mask = keys.length - 1;
        var slot = (int) key & mask;
        while (samples[slot] > 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldSamples = samples;
        var oldRight = right;
        keys = new long[Math.multiplyExact(oldKeys.length, 2)];
        samples = new int[keys.length];
        right = new int[keys.length];
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldSamples[i] > 0) {
                var slot = slot(oldKeys[i]);
                samples[slot] = oldSamples[i];
                right[slot] = oldRight[i];
            }
        }
    }
}
