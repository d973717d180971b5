package dev.rlvr.grader.run;

import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.model.Sample.SuiteRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;

/**
 * Grades equal completions of the same suite once. Equal neighbours wait for the first of them; later ones find its
 * grade among the last used. Only a score is shared: what could not be graded is tried again for every sample.
 */
public final class Dedupe implements GradeFunction {

    private final GradeFunction next;
    private final Map<Fingerprint, CompletableFuture<Optional<Grade.Scored>>> underWay = new HashMap<>();
    private final RecentGrades recent;
    private final LongAdder shared = new LongAdder();

    public Dedupe(GradeFunction next) {
        this(next, RecentGrades.MOST_CASES);
    }

    Dedupe(GradeFunction next, int mostCases) {
        this.next = next;
        this.recent = new RecentGrades(mostCases);
    }

    /** How many samples got the grade of another one. */
    public long shared() {
        return shared.sum();
    }

    @Override
    public Grade grade(Sample sample) throws InterruptedException {
        var key = fingerprint(sample);
        while (true) {
            var mine = new CompletableFuture<Optional<Grade.Scored>>();
            var earlier = earlier(key, mine);
            if (earlier.isEmpty()) {
                return gradeFirst(sample, key, mine);
            }
            var known = await(earlier.get());
            if (known.isPresent()) {
                shared.increment();
                return copy(known.get(), sample);
            }
        }
    }

    /** What to wait for instead of grading; when there is nothing, {@code mine} is what others wait for from now on. */
    private synchronized Optional<CompletableFuture<Optional<Grade.Scored>>> earlier(
            Fingerprint key, CompletableFuture<Optional<Grade.Scored>> mine) {
        var known = recent.find(key);
        return known.isPresent()
                ? Optional.of(CompletableFuture.completedFuture(known))
                : Optional.ofNullable(underWay.putIfAbsent(key, mine));
    }

    private Grade gradeFirst(Sample sample, Fingerprint key, CompletableFuture<Optional<Grade.Scored>> mine)
            throws InterruptedException {
        var result = Optional.<Grade.Scored>empty();
        try {
            var grade = next.grade(sample);
            if (grade instanceof Grade.Scored scored) {
                result = Optional.of(scored);
            }
            return grade;
        } finally {
            finish(key, result);
            mine.complete(result);
        }
    }

    private synchronized void finish(Fingerprint key, Optional<Grade.Scored> result) {
        underWay.remove(key);
        result.ifPresent(scored -> recent.remember(key, scored));
    }

    /** {@code get}, because {@code join} would not hear an interrupt. */
    private static Optional<Grade.Scored> await(CompletableFuture<Optional<Grade.Scored>> first)
            throws InterruptedException {
        try {
            return first.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("it is only ever completed with a value", e);
        }
    }

    private static Fingerprint fingerprint(Sample sample) {
        return switch (sample.suite()) {
            case SuiteRef.Named(var name) -> Fingerprint.of(sample.completion(), "named", name);
            case SuiteRef.Inline(var json) -> Fingerprint.of(sample.completion(), "inline", json);
            case SuiteRef.Missing(var why) -> Fingerprint.of(sample.completion(), "missing", why);
        };
    }

    private static Grade copy(Grade.Scored known, Sample sample) {
        return new Grade.Scored(
                sample.id(),
                sample.task(),
                known.reward(),
                known.verdict(),
                known.components(),
                known.cases(),
                known.extraction(),
                known.isolation(),
                known.note());
    }
}
