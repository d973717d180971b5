package dev.rlvr.grader.cli;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.server.WorkerConfig;
import dev.rlvr.grader.server.WorkerMetrics;
import dev.rlvr.grader.server.WorkerServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves until it is asked to end. */
@Command(
        name = "serve",
        description = "Serves over HTTP. As a worker it runs jobs for graders on other machines.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final ByteSize LARGEST_JOB = ByteSize.mebibytes(256);

    private final Terminal terminal;
    private final Interruption interruption;

    @Mixin
    private SandboxOptions sandbox = new SandboxOptions();

    @Option(names = "--worker", description = "Run jobs of other machines.")
    private boolean worker;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Where to listen. Default: 127.0.0.1, this machine only.")
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "0 takes any that is free. Default: 8080.")
    private int port;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "Holds the secret that jobs are signed with. Default: the environment variable"
                    + " GRADER_WORKER_SECRET.")
    private Optional<Path> secretFile = Optional.empty();

    /** Not for the command line, which everybody on the machine can see. */
    @Option(names = "--secret", hidden = true, defaultValue = "${env:GRADER_WORKER_SECRET}")
    private Optional<String> secret = Optional.empty();

    @Option(
            names = "--drain-seconds",
            paramLabel = "N",
            defaultValue = "100",
            description = "How long jobs under way may take when the worker is to end. Default: 100.")
    private int drainSeconds;

    @Option(
            names = "--emf",
            paramLabel = "SERVICE",
            description =
                    "Write a line of CloudWatch metrics every 20 s: how many jobs there are, under the name of this"
                            + " service.")
    private Optional<String> emfService = Optional.empty();

    ServeCommand(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (!worker) {
            throw new CommandFailed(ExitCode.USAGE, "say what to serve: --worker runs jobs of other machines");
        }
        var settings = terminal.settings();
        var boxes = sandbox.parallelism(settings);
        var config = new WorkerConfig(new InetSocketAddress(host, port), secret(), boxes, 2 * boxes, LARGEST_JOB);
        var drain = Duration.ofSeconds(drainSeconds);
        var end = new CountDownLatch(1);
        try (var backend = sandbox.open(settings);
                var server = new WorkerServer(config, backend.sandbox())) {
            interruption.onSignal(end::countDown, drain.plusSeconds(5), ExitCode.OK);
            say("listening on " + host + ":" + server.port() + ", " + boxes + " jobs at a time, isolation "
                    + backend.sandbox().isolation());
            var metrics = emfService.map(service -> WorkerMetrics.write(service, server::jobs, this::say));
            end.await();
            metrics.ifPresent(WorkerMetrics::close);
            say(server.drain(drain) ? "all jobs are over" : "jobs were stopped that took too long");
        }
        return ExitCode.OK.number();
    }

    private byte[] secret() throws IOException {
        if (secretFile.isPresent()) {
            return Files.readString(secretFile.get()).strip().getBytes(StandardCharsets.UTF_8);
        }
        return secret.filter(text -> !text.isBlank())
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.USAGE, "a worker needs a secret; set GRADER_WORKER_SECRET or --secret-file"))
                .strip()
                .getBytes(StandardCharsets.UTF_8);
    }

    private synchronized void say(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }
}
