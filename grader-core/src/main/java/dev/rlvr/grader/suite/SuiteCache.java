package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.Suite;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The suites used last, as many as fit: completions of one problem tend to stand together. Thread-safe. */
final class SuiteCache {

    private record Entry(Suite suite, long size) {}

    private final long capacity;
    private final Map<String, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
    private long used;

    /** @param capacity in the unit of the sizes that {@link #get} is given */
    SuiteCache(long capacity) {
        this.capacity = capacity;
    }

    /** The suite under this key, read outside of the lock if it is not there, so at worst by two threads. */
    Suite get(String key, long size, Supplier<Suite> read) {
        synchronized (entries) {
            var known = entries.get(key);
            if (known != null) {
                return known.suite();
            }
        }
        var suite = read.get();
        synchronized (entries) {
            if (size <= capacity && entries.putIfAbsent(key, new Entry(suite, size)) == null) {
                used += size;
                evict();
            }
        }
        return suite;
    }

    private void evict() {
        var eldest = entries.values().iterator();
        while (used > capacity) {
            used -= eldest.next().size();
            eldest.remove();
        }
    }
}
