package dev.rlvr.grader.cli;

import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.report.GradeRows;
import dev.rlvr.grader.report.Progress;
import dev.rlvr.grader.report.RowFile;
import dev.rlvr.grader.report.Summary;
import dev.rlvr.grader.report.Totals;
import dev.rlvr.grader.run.Dedupe;
import dev.rlvr.grader.run.DoneIds;
import dev.rlvr.grader.run.GradeListener;
import dev.rlvr.grader.run.GradeRun;
import dev.rlvr.grader.run.GradeRun.Ending;
import dev.rlvr.grader.run.LineCount;
import dev.rlvr.grader.run.Remaining;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** From the first sample to the summary and the exit code. */
final class GradeSession {

    /** So many samples are under way for each that runs, so that none has to be waited for. */
    private static final int SAMPLES_PER_RUN = 2;

    private final Kit kit;
    private final Kit.Engine engine;
    private final Inputs inputs;
    private final Terminal terminal;
    private final Interruption interruption;
    private final Settings settings;
    private final DoneIds done = new DoneIds();
    private final Totals totals = new Totals();
    private final Dedupe dedupe;

    /** What was asked for. */
    record Settings(
            OutputOptions output, int parallelism, boolean dedupe, OptionalDouble failUnder, String resumeCommand) {}

    GradeSession(
            Kit kit,
            Kit.Engine engine,
            Inputs inputs,
            Terminal terminal,
            Interruption interruption,
            Settings settings) {
        this.kit = kit;
        this.engine = engine;
        this.inputs = inputs;
        this.terminal = terminal;
        this.interruption = interruption;
        this.settings = settings;
        this.dedupe = new Dedupe(engine);
    }

    ExitCode run() throws IOException, InterruptedException {
        if (!settings.output.quiet()) {
            engine.remarks().forEach(this::say);
        }
        var rows = kit.rows(inputs.samples());
        var remaining = new Remaining(rows, done);
        var start = System.nanoTime();
        var ending = grade(remaining);
        if (ending == Ending.FINISHED) {
            // Otherwise another thread may still be waiting in it for input; the process ends soon enough.
            rows.close();
        }
        if (totals.samples() == 0 && ending == Ending.FINISHED) {
            throw new CommandFailed(ExitCode.USAGE, inputs.samples() + " holds no samples");
        }
        summarise(Duration.ofNanos(System.nanoTime() - start));
        if (ending == Ending.STOPPED) {
            sayHowToResume();
        } else {
            remaining.oddity().ifPresent(this::say);
        }
        return exitCode(ending);
    }

    private Ending grade(Remaining rows) throws IOException, InterruptedException {
        var file = settings.output.open(done, totals::addEarlier);
        try (var progress = progress()) {
            var run = new GradeRun(
                    settings.dedupe ? dedupe : engine,
                    SAMPLES_PER_RUN * settings.parallelism,
                    listener(file, progress));
            interruption.onSignal(run::stop);
            return run.run(rows);
        } finally {
            if (file.isPresent()) {
                file.get().close();
            }
        }
    }

    private GradeListener listener(Optional<RowFile> file, Progress progress) {
        return (index, grade) -> {
            write(grade, file);
            totals.add(index, grade);
            progress.step(totals.meanReward());
        };
    }

    private void write(Grade grade, Optional<RowFile> file) {
        if (file.isEmpty() && !settings.output.rowsOnStdout()) {
            return;
        }
        var row = GradeRows.line(grade);
        file.ifPresent(rows -> rows.append(row));
        if (settings.output.rowsOnStdout()) {
            terminal.out().writeBytes((row + "\n").getBytes(StandardCharsets.UTF_8));
            if (terminal.out().checkError()) {
                throw new UncheckedIOException(new IOException("cannot write to stdout: nobody reads it any more"));
            }
        }
    }

    private Progress progress() {
        var machine = terminal.settings();
        return settings.output.quiet() || !machine.progressOnTerminal()
                ? Progress.none()
                : Progress.bar(LineCount.of(inputs.samples()), totals.resumed(), machine.columns(), terminal.err());
    }

    private void summarise(Duration wall) {
        var circumstances = new Summary.Circumstances(wall, engine.sandbox(), engine.isolation(), dedupe.shared());
        var machine = terminal.settings();
        var summary = new Summary(totals, circumstances, settings.output.ink(machine), machine.columns());
        if (!settings.output.rowsOnStdout()) {
            summary.print(terminal.out());
        } else if (!settings.output.quiet()) {
            summary.print(terminal.err());
        }
    }

    private void sayHowToResume() {
        say(
                settings.output.out().isPresent()
                        ? "interrupted; go on with: " + settings.resumeCommand
                        : "interrupted; without --out there is nothing to go on with");
    }

    private void say(String sentence) {
        terminal.err().println("grader: " + sentence);
    }

    private ExitCode exitCode(Ending ending) {
        if (ending == Ending.STOPPED) {
            return ExitCode.INTERRUPTED;
        }
        if (totals.ungraded(Fault.INFRASTRUCTURE) > 0) {
            return ExitCode.INFRASTRUCTURE;
        }
        if (totals.ungraded(Fault.SUITE) + totals.ungraded(Fault.INPUT) > 0) {
            return ExitCode.DATA;
        }
        var tooLow = settings.failUnder.isPresent()
                && totals.meanReward().orElse(Double.NEGATIVE_INFINITY) < settings.failUnder.getAsDouble();
        return tooLow ? ExitCode.BELOW_THRESHOLD : ExitCode.OK;
    }
}
