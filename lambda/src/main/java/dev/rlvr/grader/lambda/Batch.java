package dev.rlvr.grader.lambda;

import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.sample.SampleReader;
import dev.rlvr.grader.sample.SampleRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Grades the rows of an invocation at the same time, bounded by the sandbox. Thread-safe. */
final class Batch {

    /** @param took since the invocation began, so waiting for a box is included */
    record Graded(Grade grade, Duration took) {}

    private final LambdaGrader grader;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Batch(LambdaGrader grader) {
        this.grader = grader;
    }

    /** @return one for each row, in their order; what was not done in time is a fault of ours, and stopped */
    List<Graded> grade(List<JsonNode> rows, Duration within) throws InterruptedException {
        var begun = System.nanoTime();
        var samples = new ArrayList<SampleRow>();
        var tasks = new ArrayList<Callable<Graded>>();
        for (var row : rows) {
            var index = samples.size();
            var sample = SampleReader.read(row, "sample " + index, String.valueOf(index));
            samples.add(sample);
            tasks.add(() -> new Graded(grade(sample), Duration.ofNanos(System.nanoTime() - begun)));
        }
        var graded = new ArrayList<Graded>();
        for (var task : threads.invokeAll(tasks, within.toNanos(), TimeUnit.NANOSECONDS)) {
            var sample = samples.get(graded.size());
            graded.add(
                    switch (task.state()) {
                        case SUCCESS -> task.resultNow();
                        case FAILED -> new Graded(ungraded(sample, "internal error: " + task.exceptionNow()), within);
                        case CANCELLED, RUNNING ->
                            new Graded(ungraded(sample, "not graded within " + within.toMillis() + " ms"), within);
                    });
        }
        return graded;
    }

    private Grade grade(SampleRow row) throws InterruptedException {
        return switch (row) {
            case SampleRow.Good(var sample) -> grader.grade(sample);
            case SampleRow.Bad(var id, var problem) -> new Grade.Ungraded(id, "", Fault.INPUT, problem);
        };
    }

    private static Grade ungraded(SampleRow row, String reason) {
        return switch (row) {
            case SampleRow.Good(var sample) ->
                new Grade.Ungraded(sample.id(), sample.task(), Fault.INFRASTRUCTURE, reason);
            case SampleRow.Bad(var id, var _) -> new Grade.Ungraded(id, "", Fault.INFRASTRUCTURE, reason);
        };
    }
}
