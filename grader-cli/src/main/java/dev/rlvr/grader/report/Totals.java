package dev.rlvr.grader.report;

import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * What is known of all grades so far, in memory that does not grow with their number (but for a few dozen bytes for each
 * task, which pass@k needs). Not thread-safe: a run delivers its grades one at a time.
 */
public final class Totals {

    /** Up to this many samples get a line of their own. */
    static final int MOST_LISTED = 40;

    private static final int SLOWEST = 5;

    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final UngradedReasons ungraded = new UngradedReasons();
    private final TaskCounts tasks = new TaskCounts();
    private final List<Digest> listed = new ArrayList<>();
    private final PriorityQueue<Digest> slowest = new PriorityQueue<>(Comparator.comparing(Digest::wall));
    private double rewards;
    private long scored;
    private long resumed;

    /** @param index position in the input; samples of an earlier run have none and come first */
    public void add(long index, Grade grade) {
        var digest = Digest.of(index, grade);
        switch (grade) {
            case Grade.Scored s -> addScored(s, digest);
            case Grade.Ungraded u -> ungraded.add(u);
        }
        if (listed.size() <= MOST_LISTED) {
            listed.add(digest);
        }
    }

    /** A grade from the file of an earlier run. */
    public void addEarlier(Grade grade) {
        resumed++;
        add(-1, grade);
    }

    public long samples() {
        return scored + ungraded.total();
    }

    public long resumed() {
        return resumed;
    }

    /** Over the scored samples. */
    public OptionalDouble meanReward() {
        return scored == 0 ? OptionalDouble.empty() : OptionalDouble.of(rewards / scored);
    }

    public long ungraded(Fault fault) {
        return ungraded.count(fault);
    }

    long scored() {
        return scored;
    }

    UngradedReasons ungraded() {
        return ungraded;
    }

    Map<Verdict, Long> verdicts() {
        return verdicts;
    }

    /** In the order of the input; empty when there are too many. */
    List<Digest> listed() {
        return listed.size() > MOST_LISTED
                ? List.of()
                : listed.stream()
                        .sorted(Comparator.comparingLong(Digest::index))
                        .toList();
    }

    List<Digest> slowest() {
        return slowest.stream()
                .sorted(Comparator.comparing(Digest::wall).reversed())
                .toList();
    }

    int tasks() {
        return tasks.tasks();
    }

    /** For k = 1, 2, 5, 10, 20, 50, ... as far as any task has so many completions. */
    List<PassAtK> passAtK() {
        return Stream.iterate(1, k -> k <= tasks.mostSamples(), Totals::nextK)
                .map(tasks::passAt)
                .toList();
    }

    private void addScored(Grade.Scored grade, Digest digest) {
        scored++;
        rewards += grade.reward();
        verdicts.merge(grade.verdict(), 1L, Long::sum);
        tasks.add(grade.task(), grade.verdict() == Verdict.ACCEPTED);
        if (digest.wall().compareTo(Duration.ZERO) > 0) {
            slowest.add(digest);
            if (slowest.size() > SLOWEST) {
                slowest.poll();
            }
        }
    }

    /** 1 -> 2 -> 5 -> 10 -> 20 -> 50 ... */
    private static int nextK(int k) {
        var twice = Integer.toString(k).startsWith("2");
        return twice ? k / 2 * 5 : k * 2;
    }
}
