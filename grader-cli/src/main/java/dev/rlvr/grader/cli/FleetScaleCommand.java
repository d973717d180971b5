package dev.rlvr.grader.cli;

import dev.rlvr.grader.fleet.EcsFleet;
import dev.rlvr.grader.fleet.FleetName;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a fleet larger or smaller. */
@Command(
        name = "scale",
        description =
                "Sets how many workers there are to be, and waits until they are. Autoscaling, where there is any,"
                        + " may change it again within its own bounds.",
        mixinStandardHelpOptions = true)
final class FleetScaleCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Function<FleetName, EcsFleet> fleets;

    @Mixin
    private FleetOptions options = new FleetOptions();

    @Parameters(index = "1", paramLabel = "TASKS", description = "How many workers there are to be.")
    private int tasks;

    FleetScaleCommand(Terminal terminal, Function<FleetName, EcsFleet> fleets) {
        this.terminal = terminal;
        this.fleets = fleets;
    }

    @Override
    public Integer call() {
        if (tasks < 0) {
            throw new CommandFailed(ExitCode.USAGE, "TASKS must be 0 or more, not " + tasks);
        }
        var fleet = options.open(fleets);
        fleet.scale(tasks);
        options.await(fleet);
        terminal.out().println(fleet.name() + ": " + fleet.state());
        return ExitCode.OK.number();
    }
}
