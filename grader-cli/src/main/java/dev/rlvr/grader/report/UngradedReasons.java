package dev.rlvr.grader.report;

import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why samples could not be graded, equal reasons counted together. Bounded: rare reasons share one entry. */
final class UngradedReasons {

    private static final int MOST_REASONS = 50;
    private static final String OTHER = "other reasons; see the rows";

    private final Map<Reason, Tally> tallies = new LinkedHashMap<>();
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);

    void add(Grade.Ungraded grade) {
        faults.merge(grade.fault(), 1L, Long::sum);
        var reason = new Reason(grade.fault(), Words.oneLine(grade.reason(), 400));
        if (!tallies.containsKey(reason) && tallies.size() >= MOST_REASONS) {
            reason = new Reason(grade.fault(), OTHER);
        }
        tallies.merge(reason, new Tally(1, grade.id()), (old, _) -> new Tally(old.count + 1, old.example));
    }

    long count(Fault fault) {
        return faults.getOrDefault(fault, 0L);
    }

    long total() {
        return faults.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The most frequent ones first. */
    List<Map.Entry<Reason, Tally>> mostFrequent(int n) {
        return tallies.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().count))
                .limit(n)
                .toList();
    }

    record Reason(Fault fault, String text) {}

    /** @param example the id of one sample it befell */
    record Tally(long count, String example) {}
}
