package dev.rlvr.grader.check;

import java.util.Arrays;

/**
 * How often each expected line is still due: a hash table over the expected bytes, which are ours, so that no output can
 * make its chains long. A hash only says where to look; equality is decided on the tokens.
 */
final class LineCounts {

    private final byte[] expected;
    private final int[] starts;
    private final int[] ends;
    private final int[] numbers;
    private final int[] due;
    /** Index of a line plus 1, or 0 where the slot is free. */
    private final int[] slots;

    private int distinct;

    LineCounts(byte[] expected) {
        this.expected = expected;
        var count = 0;
        for (var lines = new Lines(expected); lines.next(); ) {
            count++;
        }
        starts = new int[count];
        ends = new int[count];
        numbers = new int[count];
        due = new int[count];
        slots = new int[Integer.highestOneBit(Math.max(1, count)) * 4];
        for (var lines = new Lines(expected); lines.next(); ) {
            add(lines);
        }
    }

    private void add(Lines line) {
        var slot = slot(expected, line.start(), line.end());
        if (slots[slot] == 0) {
            starts[distinct] = line.start();
            ends[distinct] = line.end();
            numbers[distinct] = line.number();
            slots[slot] = ++distinct;
        }
        due[slots[slot] - 1]++;
    }

    /** Counts one such line as seen; false if none is due. */
    boolean take(byte[] bytes, int from, int to) {
        var line = slots[slot(bytes, from, to)] - 1;
        return line >= 0 && due[line]-- > 0;
    }

    CheckResult firstMissing() {
        for (var line = 0; line < distinct; line++) {
            if (due[line] > 0) {
                return FirstDifference.missingLine(numbers[line], Printable.quoted(expected, starts[line], ends[line]));
            }
        }
        return CheckResult.ACCEPTED;
    }

    /** Where the line is, or would be. */
    private int slot(byte[] bytes, int from, int to) {
        var slot = hash(bytes, from, to) & (slots.length - 1);
        while (slots[slot] != 0 && !sameTokens(bytes, from, to, slots[slot] - 1)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean sameTokens(byte[] bytes, int from, int to, int line) {
        var a = new Tokens(bytes, from, to);
        var b = new Tokens(expected, starts[line], ends[line]);
        while (a.next()) {
            if (!b.next() || !Arrays.equals(bytes, a.start(), a.end(), expected, b.start(), b.end())) {
                return false;
            }
        }
        return !b.next();
    }

    private static int hash(byte[] bytes, int from, int to) {
        var hash = 0xcbf29ce484222325L;
        for (var tokens = new Tokens(bytes, from, to); tokens.next(); ) {
            for (var i = tokens.start(); i < tokens.end(); i++) {
                hash = (hash ^ bytes[i]) * 0x100000001b3L;
            }
            hash = (hash ^ ' ') * 0x100000001b3L;
        }
        return (int) (hash ^ hash >>> 32);
    }
}
