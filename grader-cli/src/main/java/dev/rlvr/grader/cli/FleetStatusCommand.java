package dev.rlvr.grader.cli;

import dev.rlvr.grader.fleet.EcsFleet;
import dev.rlvr.grader.fleet.FleetName;
import dev.rlvr.grader.fleet.WorkerReadiness;
import dev.rlvr.grader.fleet.WorkerTask;
import dev.rlvr.grader.report.FleetTable;
import dev.rlvr.grader.report.Ink;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a fleet: how many workers there are to be and are, and what each of them does. */
@Command(
        name = "status",
        description =
                "Shows the service and its tasks, and where they can be reached from here, how much they have to do.",
        mixinStandardHelpOptions = true)
final class FleetStatusCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Function<FleetName, EcsFleet> fleets;

    @Mixin
    private FleetOptions options = new FleetOptions();

    FleetStatusCommand(Terminal terminal, Function<FleetName, EcsFleet> fleets) {
        this.terminal = terminal;
        this.fleets = fleets;
    }

    @Override
    public Integer call() throws InterruptedException {
        var fleet = options.open(fleets);
        terminal.out().println(fleet.name() + ": " + fleet.state());
        var settings = terminal.settings();
        var ink = settings.colour() && settings.tableOnTerminal() ? Ink.COLOURED : Ink.PLAIN;
        var entries = new ArrayList<FleetTable.Entry>();
        try (var http = HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(2))
                        .build();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = fleet.tasks().stream()
                    .map(task -> threads.submit(() -> entry(http, task)))
                    .toList();
            for (var each : asked) {
                entries.add(each.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        new FleetTable(ink, settings.columns()).lines(entries).forEach(terminal.out()::println);
        return ExitCode.OK.number();
    }

    private static FleetTable.Entry entry(HttpClient http, WorkerTask task) throws InterruptedException {
        var jobs = "-";
        if (task.usable()) {
            jobs = WorkerReadiness.ask(http, task.address().orElseThrow())
                    .map(FleetStatusCommand::words)
                    .orElse("cannot be asked from here");
        }
        return new FleetTable.Entry(
                task.id(),
                task.lastStatus(),
                task.health(),
                task.address().map(URI::getAuthority).orElse(""),
                task.created()
                        .map(created -> Duration.between(created, Instant.now()))
                        .orElse(Duration.ZERO),
                jobs,
                task.usable());
    }

    private static String words(WorkerReadiness ready) {
        return ready.jobs() + " of at most " + ready.most() + (ready.accepting() ? "" : ", about to end");
    }
}
