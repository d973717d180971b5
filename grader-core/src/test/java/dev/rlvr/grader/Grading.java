package dev.rlvr.grader;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.sandbox.docker.Engines;
import dev.rlvr.grader.suite.SuiteRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** A grader as users get it, with as many samples at once as it has boxes. */
final class Grading implements AutoCloseable {

    private final Grader grader;
    private final int boxes;

    /** On this machine, or in containers with {@code -Dgrader.sandbox=docker/namespaces} or {@code docker/uid}. */
    Grading(int boxes) throws InterruptedException {
        this(boxes, somewhere(boxes));
    }

    private static GraderBuilder somewhere(int boxes) throws InterruptedException {
        var builder = new GraderBuilder(RealData.home());
        return switch (System.getProperty("grader.sandbox", "local")) {
            case "local" -> builder.parallelism(boxes);
            case "docker/namespaces" -> builder.sandbox(inContainers(boxes, Isolation.NAMESPACES));
            case "docker/uid" -> builder.sandbox(inContainers(boxes, Isolation.UID));
            case String other -> throw new IllegalArgumentException("-Dgrader.sandbox=" + other + " is no sandbox");
        };
    }

    /** The engine stays connected until the tests end. */
    private static Sandbox inContainers(int boxes, Isolation level) throws InterruptedException {
        return Engines.openLanguages(Engines.here(), boxes, level);
    }

    /** @param sandbox is closed with this */
    Grading(int boxes, Sandbox sandbox, SuiteRepository suites) throws InterruptedException {
        this(boxes, new GraderBuilder(RealData.home()).sandbox(sandbox).suites(suites));
    }

    private Grading(int boxes, GraderBuilder builder) throws InterruptedException {
        this.grader = builder.build();
        this.boxes = boxes;
    }

    Grade grade(Sample sample) throws InterruptedException {
        return grader.grade(sample);
    }

    /** In the order of the samples. */
    List<Grade> all(List<Sample> samples) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(boxes)) {
            var work = samples.stream()
                    .map(sample -> (Callable<Grade>) () -> grader.grade(sample))
                    .toList();
            var grades = new ArrayList<Grade>();
            for (var future : threads.invokeAll(work)) {
                grades.add(future.get());
            }
            return grades;
        }
    }

    static double reward(Grade grade) {
        return grade instanceof Grade.Scored scored ? scored.reward() : Double.NaN;
    }

    /** What became of each test of each sample, and the reward: all that may not depend on where it was run. */
    static List<String> verdicts(List<Grade> grades) {
        return grades.stream()
                .map(grade -> grade instanceof Grade.Scored scored
                        ? scored.id() + " " + scored.reward() + " "
                                + scored.cases().stream()
                                        .map(CaseResult::verdict)
                                        .toList()
                        : describe(grade))
                .toList();
    }

    /** For messages of assertions: what became of a sample, and why. */
    static String describe(Grade grade) {
        return switch (grade) {
            case Grade.Ungraded ungraded -> ungraded.id() + " UNGRADED " + ungraded.fault() + ": " + ungraded.reason();
            case Grade.Scored scored ->
                scored.id() + " " + scored.reward() + " "
                        + scored.cases().stream()
                                .filter(result -> !result.passed())
                                .map(result -> result.id() + " " + result.verdict() + ": " + result.note())
                                .toList()
                        + scored.note();
        };
    }

    @Override
    public void close() {
        grader.close();
    }
}
