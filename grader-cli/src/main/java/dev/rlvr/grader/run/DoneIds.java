package dev.rlvr.grader.run;

/** A set of ids, kept as 128-bit fingerprints in open addressing: 16 to 64 bytes for each id. */
public final class DoneIds {

    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] high = new long[FIRST_CAPACITY];
    private long[] low = new long[FIRST_CAPACITY];
    private int size;

    /** False when it was there already. */
    public boolean add(String id) {
        if (size * 2 >= high.length) {
            grow();
        }
        var added = insert(Fingerprint.of(id));
        size += added ? 1 : 0;
        return added;
    }

    public boolean contains(String id) {
        var wanted = Fingerprint.of(id);
        return !free(slot(wanted));
    }

    public int size() {
        return size;
    }

    private boolean insert(Fingerprint id) {
        var slot = slot(id);
        var added = free(slot);
        high[slot] = id.high();
        low[slot] = id.low();
        return added;
    }

    /** Where it is, or the free place where it belongs. */
    private int slot(Fingerprint id) {
        var mask = high.length - 1;
        var slot = (int) id.high() & mask;
        while (!free(slot) && (high[slot] != id.high() || low[slot] != id.low())) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** That an id has the fingerprint 0 is as likely as that two ids share one. */
    private boolean free(int slot) {
        return high[slot] == 0 && low[slot] == 0;
    }

    private void grow() {
        var oldHigh = high;
        var oldLow = low;
        high = new long[Math.multiplyExact(oldHigh.length, 2)];
        low = new long[high.length];
        for (var i = 0; i < oldHigh.length; i++) {
            if (oldHigh[i] != 0 || oldLow[i] != 0) {
                insert(new Fingerprint(oldHigh[i], oldLow[i]));
            }
        }
    }
}
