package dev.rlvr.grader.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The images that programs run in with {@code --sandbox docker}. */
@Command(
        name = "images",
        description = "Builds, lists and checks the images of the Docker sandbox.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ImagesCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ImagesCommand() {}

    static CommandLine of(Terminal terminal) {
        return new CommandLine(new ImagesCommand())
                .addSubcommand(new ImagesBuildCommand(terminal))
                .addSubcommand(new ImagesListCommand(terminal))
                .addSubcommand(new ImagesCheckCommand(terminal));
    }

    /** Without a command there is nothing to do but to name them. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
