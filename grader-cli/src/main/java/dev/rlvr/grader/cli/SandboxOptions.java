package dev.rlvr.grader.cli;

import dev.rlvr.grader.sandbox.Isolation;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where programs run. */
final class SandboxOptions {

    /** Backends. */
    enum Kind {
        AUTO,
        DOCKER,
        LOCAL
    }

    @Option(
            names = "--sandbox",
            paramLabel = "KIND",
            defaultValue = "auto",
            description = "Where programs run: docker, local, or auto. Default: auto, which is Docker where an engine"
                    + " answers and has the image (see grader images), else local.")
    private Kind kind = Kind.AUTO;

    @Option(
            names = {"-j", "--parallel", "--jobs"},
            paramLabel = "N",
            defaultValue = "0",
            description = "How many samples or suites run at the same time. Default: one for each core.")
    private int parallel;

    @Option(
            names = "--min-isolation",
            paramLabel = "LEVEL",
            defaultValue = Option.NULL_VALUE,
            description = "Refuse to run below this level: uid or namespaces. Default: run at the best there is.")
    private Optional<Isolation> minIsolation = Optional.empty();

    int parallelism(Settings settings) {
        if (parallel < 0) {
            throw new CommandFailed(ExitCode.USAGE, "-j must be 1 or more, not " + parallel);
        }
        return parallel == 0 ? settings.cores() : parallel;
    }

    Optional<Isolation> minIsolation() {
        return minIsolation;
    }

    Backend open(Settings settings) throws InterruptedException {
        return new Backends(settings, this).open(kind);
    }
}
