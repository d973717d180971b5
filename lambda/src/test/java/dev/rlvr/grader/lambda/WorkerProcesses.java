package dev.rlvr.grader.lambda;

import dev.rlvr.grader.fleet.TaskRunner;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tasks that are workers: {@code grader serve --worker} as processes of their own. Each has an address of its own, and all the
 * same port, as tasks have: all of 127.0.0.0/8 is this machine.
 */
final class WorkerProcesses implements TaskRunner, AutoCloseable {

    static final String SECRET = "a secret of the tests";

    private static final Path HOME =
            Path.of(System.getProperty("grader.home", "..")).toAbsolutePath();
    private static final Path PROGRAM = HOME.resolve("grader-cli/target/grader-cli.jar");

    /** A worker, and what can happen to it. */
    record WorkerProcess(String ip, Process process) implements Running {

        void kill() {
            process.destroyForcibly();
        }

        /** @param name such as STOP, CONT */
        void signal(String name) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }

        @Override
        public void stop() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }

    /** Other tests may run at the same time. */
    private final String network = "127." + ThreadLocalRandom.current().nextInt(2, 250) + ".0.";

    private final AtomicInteger started = new AtomicInteger();
    private final List<WorkerProcess> workers = new CopyOnWriteArrayList<>();
    private final int port;

    WorkerProcesses() throws IOException {
        try (var any = new ServerSocket(0)) {
            this.port = any.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** Those that were started, in that order. */
    List<WorkerProcess> workers() {
        return List.copyOf(workers);
    }

    @Override
    public Running start(String id) throws IOException {
        if (!Files.exists(PROGRAM)) {
            throw new AssertionError(PROGRAM + " is built by `./mvnw package`");
        }
        var ip = network + started.incrementAndGet();
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dgrader.home=" + HOME,
                "-cp",
                PROGRAM.toString(),
                "dev.rlvr.grader.cli.Main",
                "serve",
                "--worker",
                "--sandbox",
                "local",
                "--host",
                ip,
                "--port",
                String.valueOf(port),
                "--drain-seconds",
                "5",
                "-j",
                "2");
        builder.environment().put("GRADER_WORKER_SECRET", SECRET);
        var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var worker = new WorkerProcess(ip, process);
        workers.add(worker);
        var line = process.inputReader().readLine();
        if (line == null || !line.startsWith("listening on " + ip)) {
            throw new AssertionError("the worker did not start: " + line);
        }
        return worker;
    }

    /** For those that a test has frozen or that ECS has not stopped. The agents end when their input does. */
    @Override
    public void close() {
        workers.forEach(WorkerProcess::kill);
    }
}
