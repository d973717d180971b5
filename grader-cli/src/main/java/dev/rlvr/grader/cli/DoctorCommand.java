package dev.rlvr.grader.cli;

import dev.rlvr.grader.doctor.DockerBackend;
import dev.rlvr.grader.doctor.Finding.Health;
import dev.rlvr.grader.doctor.LocalBackend;
import dev.rlvr.grader.doctor.Look;
import dev.rlvr.grader.doctor.Machine;
import dev.rlvr.grader.doctor.Tools;
import dev.rlvr.grader.report.DoctorTable;
import dev.rlvr.grader.report.Ink;
import dev.rlvr.grader.sandbox.local.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks at this machine. */
@Command(
        name = "doctor",
        description = "Tries what the grader needs on this machine, and says how to repair what does not work.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing has to be repaired", "1:something failed: programs cannot be graded here"})
final class DoctorCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    private final Terminal terminal;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        var settings = terminal.settings();
        return examine(terminal, looks(Installation.under(settings.home())));
    }

    private List<Look> looks(Installation installation) throws IOException {
        var settings = terminal.settings();
        var built = Files.exists(installation.agent())
                ? Files.getLastModifiedTime(installation.agent()).toInstant()
                : Instant.EPOCH;
        return List.of(
                new Tools(settings.javaHome(), installation.python()),
                new LocalBackend(installation),
                new DockerBackend(settings.home(), settings.environment()),
                new Machine(
                        List.of(settings.home(), temporary(installation)), built, Clock.systemUTC(), System::nanoTime));
    }

    /** What it works in is made on first use. */
    private static Path temporary(Installation installation) {
        var parent = installation.workRoot().getParent();
        return parent == null ? installation.workRoot() : parent;
    }

    /** Prints each finding as soon as it is known: some take a second. */
    static int examine(Terminal terminal, List<Look> looks) throws InterruptedException {
        var settings = terminal.settings();
        var table = new DoctorTable(settings.colour() && settings.tableOnTerminal() ? Ink.COLOURED : Ink.PLAIN);
        var counts = new EnumMap<Health, Integer>(Health.class);
        for (var look : looks) {
            for (var finding : look.look()) {
                counts.merge(finding.health(), 1, Integer::sum);
                table.lines(finding).forEach(terminal.out()::println);
                terminal.out().flush();
            }
        }
        var failed = counts.getOrDefault(Health.FAIL, 0);
        terminal.out()
                .println("\n" + counts.getOrDefault(Health.PASS, 0) + " passed, "
                        + counts.getOrDefault(Health.CAUTION, 0) + " to be careful about, " + failed + " failed");
        return failed == 0 ? ExitCode.OK.number() : FAILED;
    }
}
