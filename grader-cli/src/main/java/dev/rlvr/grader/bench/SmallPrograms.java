package dev.rlvr.grader.bench;

import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.language.Language;
import dev.rlvr.grader.model.Submission;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.plan.Planner;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.JobListener;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.suite.SuiteReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program that is built and run on ten small tests: in the sandbox as it is graded, and as people do it by hand, with the
 * language's plain commands in bare processes. Each time it is another program, so that nothing is left out.
 */
public final class SmallPrograms {

    private static final int TESTS = 10;
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PATH", "/usr/local/bin:/usr/bin:/bin",
            "LANG", "C.UTF-8",
            "HOME", System.getProperty("java.io.tmpdir"));

    private final Sandbox sandbox;
    private final Planner planner;
    private final Language language;
    private final PlainProgram program;
    private final Suite suite;
    private final AtomicLong ids = new AtomicLong(System.nanoTime());

    /**
     * @param prepared where the toolchain's prepared folder is on this machine
     * @throws IOException where the language has no small program
     */
    public SmallPrograms(Sandbox sandbox, Planner planner, Language language, Path prepared) throws IOException {
        this.sandbox = sandbox;
        this.planner = planner;
        this.language = language;
        this.program = PlainProgram.read(language, prepared.resolve(language.base()));
        this.suite = suite();
    }

    /**
     * @param sandboxed programs; {@link Tally#own} is the wall time of their builds
     * @param plain the same
     * @param again CPU time of the build of a program that was built before
     */
    public record Comparison(Tally sandboxed, Tally plain, Duration again) {
        public double speedup() {
            return sandboxed.perSecond() / plain.perSecond();
        }

        public double cpuRatio() {
            return plain.cpuMillisPerRun() / sandboxed.cpuMillisPerRun();
        }

        public double buildSpeedup() {
            return plain.ownMillisPerRun() / sandboxed.ownMillisPerRun();
        }
    }

    /** Whether the language has anything to build. */
    public boolean isBuilt() {
        return !program.build().isEmpty();
    }

    /** Rounds of both sides in turn, after one of each that does not count. */
    public Comparison run(Rounds rounds) throws InterruptedException {
        rounds.once(this::sandboxed);
        rounds.once(this::plain);
        var sandboxed = Tally.ZERO;
        var plain = Tally.ZERO;
        for (var i = 0; i < rounds.count(); i++) {
            sandboxed = sandboxed.plus(rounds.once(this::sandboxed));
            plain = plain.plus(rounds.once(this::plain));
        }
        var job = job(ids.incrementAndGet());
        execute(job);
        return new Comparison(sandboxed, plain, execute(job).cpu);
    }

    private Suite suite() {
        var json = JsonMapper.shared().createObjectNode();
        json.put("suite", 1).put("mode", "stdio").put("language", language.name());
        var test = JsonMapper.shared()
                .createObjectNode()
                .put("stdin", program.input())
                .put("stdout", program.output());
        json.putArray("cases").addAll(Collections.nCopies(TESTS, test));
        return SuiteReader.read(json.toString(), "bench", language.name());
    }

    private Job job(long id) {
        var found = new Extraction.Found(new Submission(language.name(), program.numbered(id)), "bench", false);
        return planner.plan(suite, language, found);
    }

    private long[] sandboxed() throws InterruptedException {
        return new long[] {1, execute(job(ids.incrementAndGet())).wall.toNanos()};
    }

    private Watched execute(Job job) throws InterruptedException {
        var watched = new Watched();
        sandbox.execute(job, watched);
        return watched;
    }

    /** Fails on the first outcome that is not what the program prints: a wrong measurement is worse than none. */
    private final class Watched implements JobListener {
        private Duration wall = Duration.ZERO;
        private Duration cpu = Duration.ZERO;

        @Override
        public void buildFinished(RunOutcome outcome) {
            wall = outcome.usage().wall();
            cpu = outcome.usage().cpu();
        }

        @Override
        public boolean caseFinished(int index, CaseOutcome outcome) {
            var run = outcome.candidate();
            if (!run.exitedNormally()) {
                throw new IllegalStateException("the small program ended with " + run.ending());
            }
            expect(run.stdout().text());
            return true;
        }
    }

    private void expect(String output) {
        if (!output.equals(program.output())) {
            throw new IllegalStateException("the small program printed " + output);
        }
    }

    private long[] plain() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("bench");
        try {
            Files.writeString(folder.resolve(program.source()), program.numbered(ids.incrementAndGet()));
            var input = Files.writeString(folder.resolve("input"), program.input());
            var start = System.nanoTime();
            if (isBuilt()) {
                output(new ProcessBuilder(program.build()).directory(folder.toFile()));
            }
            var built = System.nanoTime() - start;
            for (var i = 0; i < TESTS; i++) {
                expect(output(new ProcessBuilder(program.run())
                        .directory(folder.toFile())
                        .redirectInput(input.toFile())));
            }
            return new long[] {1, built};
        } finally {
            delete(folder);
        }
    }

    private static String output(ProcessBuilder command) throws IOException, InterruptedException {
        command.environment().clear(); // what is set here could cost either side something that the other does not pay
        command.environment().putAll(ENVIRONMENT);
        var process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var output = process.getInputStream()) {
            var text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.command() + " ended with exit code " + process.exitValue());
            }
            return text;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
