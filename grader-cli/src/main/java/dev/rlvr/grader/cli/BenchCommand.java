package dev.rlvr.grader.cli;

import dev.rlvr.grader.bench.EmptyTests;
import dev.rlvr.grader.bench.Leases;
import dev.rlvr.grader.bench.Rounds;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.sample.SampleRow;
import dev.rlvr.grader.sandbox.local.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures this machine, both sides of every comparison in one run. */
@Command(
        name = "bench",
        description = "Measures the sandbox against a fresh python3 process per test, and the time that samples take.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    private static final String LOCAL = "local";

    private final Kit kit;
    private final Terminal terminal;

    @Mixin
    private SandboxOptions sandbox = new SandboxOptions();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Seconds for each side. Default: 5.")
    private int rounds;

    @Option(names = "--samples", paramLabel = "FILE", description = "Also time the grading of these samples.")
    private Optional<Path> samples = Optional.empty();

    @Option(names = "--suites", paramLabel = "PATH", description = "Suites for --samples.")
    private List<Path> suites = new ArrayList<>();

    BenchCommand(Kit kit, Terminal terminal) {
        this.kit = kit;
        this.terminal = terminal;
    }

    @Option(
            names = "--language",
            paramLabel = "NAME",
            description = "Instead: small programs of this language, built and run, against its plain commands.")
    private Optional<String> language = Optional.empty();

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (language.isPresent()) {
            try (var backend = sandbox.open(terminal.settings())) {
                var threads = sandbox.parallelism(terminal.settings());
                new LanguageBench(terminal, backend, new Rounds(LanguageBench.ROUND, rounds, threads))
                        .run(language.get());
            }
            return ExitCode.OK.number();
        }
        emptyTests();
        if (samples.isPresent()) {
            grading(samples.get());
        }
        return ExitCode.OK.number();
    }

    private void emptyTests() throws InterruptedException {
        var settings = terminal.settings();
        var installation = Installation.under(settings.home());
        var threads = sandbox.parallelism(settings);
        try (var backend = sandbox.open(settings)) {
            backend.remarks().forEach(this::print);
            var result = new EmptyTests(backend.sandbox(), installation.python(), threads).run(rounds);
            print(String.format(
                    Locale.ROOT,
                    "empty Python test, %d at a time, sandbox %s, isolation %s",
                    threads,
                    backend.name(),
                    backend.sandbox().isolation()));
            // The processes of an engine are not ours: what they use cannot be told from what others use.
            if (backend.name().equals(LOCAL)) {
                withCpuTime(result);
            } else {
                withoutCpuTime(result);
            }
            leases(backend);
        }
    }

    private void withCpuTime(EmptyTests.Comparison result) {
        var boxed = result.sandboxed();
        var fresh = result.fresh();
        print(String.format(
                Locale.ROOT,
                "  sandboxed      %8.1f runs/s  %6.2f ms of CPU each, %.2f ms of them the program's own",
                boxed.perSecond(),
                boxed.cpuMillisPerRun(),
                boxed.ownMillisPerRun()));
        print(String.format(
                Locale.ROOT,
                "  fresh python3  %8.1f runs/s  %6.2f ms of CPU each, without any sandbox",
                fresh.perSecond(),
                fresh.cpuMillisPerRun()));
        print(String.format(
                Locale.ROOT,
                "  the sandbox is %.1f times as fast and costs %.2f ms of CPU beyond the program's own work",
                result.speedup(),
                boxed.cpuMillisPerRun() - boxed.ownMillisPerRun()));
    }

    private void withoutCpuTime(EmptyTests.Comparison result) {
        print(String.format(
                Locale.ROOT, "  sandboxed      %8.1f runs/s", result.sandboxed().perSecond()));
        print(String.format(
                Locale.ROOT,
                "  fresh python3  %8.1f runs/s, without any sandbox",
                result.fresh().perSecond()));
        print(String.format(Locale.ROOT, "  the sandbox is %.1f times as fast", result.speedup()));
    }

    private void leases(Backend backend) throws InterruptedException {
        var leases = Leases.measure(backend.sandbox());
        print(String.format(
                Locale.ROOT,
                "  a job's way to a warm box and back, without its program: median %.2f ms, p99 %.2f ms",
                leases.median().toNanos() / 1e6,
                leases.p99().toNanos() / 1e6));
    }

    private void grading(Path file) throws InterruptedException, IOException {
        var inputs = new Inputs(file, suites, Optional.empty());
        try (var engine = kit.engine(inputs, sandbox)) {
            for (var pass : List.of("first, cold", "second", "third")) {
                var wall = gradeAll(engine, file);
                print(String.format(
                        Locale.ROOT, "grading %s, %s pass: %.3f s", file.getFileName(), pass, wall.toNanos() / 1e9));
            }
        }
    }

    private Duration gradeAll(Kit.Engine engine, Path file) throws IOException {
        var start = System.nanoTime();
        try (var rows = kit.rows(file);
                var pool = Executors.newFixedThreadPool(2 * sandbox.parallelism(terminal.settings()))) {
            while (rows.hasNext()) {
                if (rows.next() instanceof SampleRow.Good(var sample)) {
                    pool.execute(() -> gradeOne(engine, sample));
                }
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void gradeOne(Kit.Engine engine, Sample sample) {
        try {
            if (engine.grade(sample) instanceof Grade.Ungraded(var id, var _, var fault, var reason)) {
                print(String.format(Locale.ROOT, "  %s was not graded: %s: %s", id, fault, reason));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }
}
