package dev.rlvr.grader.bench;

import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.SourceFile;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.ProgramRun;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import dev.rlvr.grader.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** The same empty Python program, in a fresh jail of the sandbox each time, and in a fresh bare process each time. */
public final class EmptyTests {

    private static final int CASES_PER_JOB = 10;
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final Sandbox sandbox;
    private final Path python;
    private final int threads;

    public EmptyTests(Sandbox sandbox, Path python, int threads) {
        this.sandbox = sandbox;
        this.python = python;
        this.threads = threads;
    }

    public record Comparison(Tally sandboxed, Tally fresh) {
        public double speedup() {
            return sandboxed.perSecond() / fresh.perSecond();
        }
    }

    /** Rounds of both sides in turn, after one of each that does not count. */
    public Comparison run(int rounds) throws InterruptedException {
        var folder = emptyProgram();
        var each = new Rounds(ROUND, rounds, threads);
        try {
            each.once(this::sandboxedJob);
            each.once(() -> freshProcess(folder));
            var sandboxed = Tally.ZERO;
            var fresh = Tally.ZERO;
            for (var i = 0; i < rounds; i++) {
                sandboxed = sandboxed.plus(each.once(this::sandboxedJob));
                fresh = fresh.plus(each.once(() -> freshProcess(folder)));
            }
            return new Comparison(sandboxed, fresh);
        } finally {
            folder.toFile().delete();
        }
    }

    private long[] sandboxedJob() throws InterruptedException {
        var run = new ProgramRun(
                Runner.SCRIPT, List.of(SourceFile.utf8("solution.py", "")), List.of(), new byte[0], Limits.DEFAULT);
        var cases = IntStream.range(0, CASES_PER_JOB)
                .mapToObj(i -> CaseRun.of(Integer.toString(i), run))
                .toList();
        var own = new LongAdder();
        sandbox.execute(new Job("python", cases), (_, outcome) -> {
            if (!outcome.candidate().exitedNormally()) {
                throw new IllegalStateException(
                        "an empty program ended with " + outcome.candidate().ending());
            }
            own.add(outcome.candidate().usage().cpu().toNanos());
            return true;
        });
        return new long[] {CASES_PER_JOB, own.sum()};
    }

    private long[] freshProcess(Path program) throws IOException, InterruptedException {
        var process = new ProcessBuilder(python.toString(), program.toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        try (var output = process.getInputStream()) {
            output.readAllBytes();
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("an empty program ended with exit code " + process.exitValue());
        }
        return new long[] {1, 0};
    }

    private static Path emptyProgram() {
        try {
            return Files.createTempFile("empty", ".py");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the empty program", e);
        }
    }
}
