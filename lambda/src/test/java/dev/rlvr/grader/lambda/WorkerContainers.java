package dev.rlvr.grader.lambda;

import dev.rlvr.grader.fleet.TaskRunner;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tasks that are containers of the worker image, as closed as the task definition in {@code deploy/aws} has them. */
final class WorkerContainers implements TaskRunner, AutoCloseable {

    static final int PORT = 8080;

    private static final Path HOME =
            Path.of(System.getProperty("grader.home", "..")).toAbsolutePath();

    /** In the order of the task definition: what is dropped there is everything but these. */
    private static final List<String> CAPABILITIES = List.of("CHOWN", "DAC_OVERRIDE", "KILL", "SETGID", "SETUID");

    private final String image;
    private final List<String> names = new CopyOnWriteArrayList<>();

    private WorkerContainers(String image) {
        this.image = image;
    }

    /** Builds the image if there is none that is fresh, as a person would. */
    static WorkerContainers build() throws IOException, InterruptedException {
        var said = run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dgrader.home=" + HOME,
                "-cp",
                HOME.resolve("grader-cli/target/grader-cli.jar").toString(),
                "dev.rlvr.grader.cli.Main",
                "images",
                "build",
                "worker");
        return new WorkerContainers(
                said.lines().reduce((_, last) -> last).orElseThrow().split(" ", 2)[0]);
    }

    @Override
    public Running start(String id) throws IOException, InterruptedException {
        var name = "rlvr-grader-it-" + ProcessHandle.current().pid() + "-" + id.substring(id.length() - 4);
        var command = new ArrayList<>(List.of("docker", "run", "--detach", "--rm", "--name", name, "--user", "0:0"));
        command.addAll(List.of("--read-only", "--tmpfs", "/tmp:rw,exec,nosuid,nodev,size=2g", "--init"));
        command.addAll(List.of("--cap-drop", "ALL", "--security-opt", "no-new-privileges"));
        CAPABILITIES.forEach(capability -> command.addAll(List.of("--cap-add", capability)));
        command.addAll(List.of("--env", "GRADER_WORKER_SECRET=" + WorkerProcesses.SECRET));
        command.addAll(List.of(image, "--host", "0.0.0.0", "-j", "2", "--drain-seconds", "5"));
        names.add(name);
        run(command.toArray(String[]::new));
        var ip = run("docker", "inspect", "--format", "{{.NetworkSettings.IPAddress}}", name)
                .strip();
        awaitHealthy(ip);
        return new Running() {
            @Override
            public String ip() {
                return ip;
            }

            @Override
            public void stop() throws IOException, InterruptedException {
                run("docker", "stop", "--time", "10", name);
                names.remove(name);
            }
        };
    }

    /** As ECS does with the health check, before the task counts as healthy. */
    private static void awaitHealthy(String ip) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://" + ip + ":" + PORT + "/health"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (System.nanoTime() < end) {
                try {
                    if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException _) {
                    // It is still starting.
                }
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the worker at " + ip + " does not get healthy");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said);
        }
        return said;
    }

    @Override
    public void close() throws IOException {
        if (names.isEmpty()) {
            return;
        }
        var command = new ArrayList<>(List.of("docker", "rm", "--force"));
        command.addAll(names);
        try {
            run(command.toArray(String[]::new));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
