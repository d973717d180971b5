package dev.rlvr.grader.cli;

import dev.rlvr.grader.fleet.EcsFleet;
import dev.rlvr.grader.fleet.FleetName;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has every worker finish what it does, and end. */
@Command(
        name = "drain",
        description =
                "Lets every worker finish its jobs and end, and waits until none is left. The service stays, with no"
                        + " tasks.",
        mixinStandardHelpOptions = true)
final class FleetDrainCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Function<FleetName, EcsFleet> fleets;

    @Mixin
    private FleetOptions options = new FleetOptions();

    FleetDrainCommand(Terminal terminal, Function<FleetName, EcsFleet> fleets) {
        this.terminal = terminal;
        this.fleets = fleets;
    }

    @Override
    public Integer call() {
        var fleet = options.open(fleets);
        fleet.scale(0);
        options.await(fleet);
        terminal.out().println(fleet.name() + ": " + fleet.state());
        return ExitCode.OK.number();
    }
}
