package dev.rlvr.grader.cli;

import dev.rlvr.grader.fleet.EcsFleet;
import dev.rlvr.grader.fleet.FleetName;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Workers on ECS. */
@Command(
        name = "fleet",
        description = "Looks after workers that are tasks of an ECS service.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class FleetCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private FleetCommand() {}

    static CommandLine of(Terminal terminal, Function<FleetName, EcsFleet> fleets) {
        return new CommandLine(new FleetCommand())
                .addSubcommand(new FleetStatusCommand(terminal, fleets))
                .addSubcommand(new FleetScaleCommand(terminal, fleets))
                .addSubcommand(new FleetDrainCommand(terminal, fleets));
    }

    /** Without a command there is nothing to do but to name them. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
