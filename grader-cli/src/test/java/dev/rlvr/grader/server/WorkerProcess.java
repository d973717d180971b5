package dev.rlvr.grader.server;

import dev.rlvr.grader.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** {@code grader serve --worker} as a process, with credentials in its environment as a cloud puts them there. */
final class WorkerProcess implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("listening on 127\\.0\\.0\\.1:(\\d+), .*");

    private final Process process;
    private final URI address;

    private WorkerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static WorkerProcess start() throws IOException {
        var home = Path.of(System.getProperty("grader.home", "..")).toAbsolutePath();
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dgrader.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--worker",
                        "--sandbox",
                        "local",
                        "--port",
                        "0",
                        "-j",
                        "4"))
                .redirectErrorStream(true);
        builder.environment().put("GRADER_WORKER_SECRET", new String(Signed.SECRET, StandardCharsets.UTF_8));
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "a credential");
        builder.environment().put("ECS_CONTAINER_METADATA_URI_V4", "http://169.254.170.2/v4");
        var process = builder.start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line; (line = lines.readLine()) != null; ) {
            var listening = LISTENING.matcher(line);
            if (listening.matches()) {
                return new WorkerProcess(process, Signed.address(Integer.parseInt(listening.group(1))));
            }
        }
        throw new AssertionError("the worker did not start");
    }

    URI address() {
        return address;
    }

    void kill() {
        process.destroyForcibly();
    }

    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void askToEnd() throws IOException, InterruptedException {
        signal("TERM");
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** Of every process that it started; empty where only root may look. */
    List<String> environmentsBelow() {
        return process.descendants()
                .map(child -> {
                    try {
                        return Files.readString(Path.of("/proc", String.valueOf(child.pid()), "environ"));
                    } catch (IOException _) {
                        return "";
                    }
                })
                .toList();
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** The agents end when their input does. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
