package dev.rlvr.grader.sandbox.docker;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.sandbox.SandboxException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A second engine on this machine, which a test may restart. Its containers have no network, so it needs none. */
final class OwnDaemon implements AutoCloseable {

    private static final Patience STARTING = new Patience(Duration.ofSeconds(60), Duration.ZERO);

    private static final long STOPPING_SECONDS = 60;

    private final Path folder;
    private final boolean limited;
    private Process process;

    OwnDaemon() throws IOException, InterruptedException {
        this(Optional.empty());
    }

    /** @param disk how much its images and containers may take; empty: as much as there is */
    OwnDaemon(Optional<ByteSize> disk) throws IOException, InterruptedException {
        this.folder = Files.createTempDirectory("engine");
        if (disk.isPresent()) {
            Files.createDirectory(data());
            run("mount", "-t", "tmpfs", "-o", "size=" + disk.get().bytes(), "tmpfs", data().toString());
        }
        this.limited = disk.isPresent();
        this.process = launch();
    }

    private static void run(String... command) throws IOException {
        var code =
                new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with code " + code);
        }
    }

    /** What it keeps images and containers in. */
    Path data() {
        return folder.resolve("data");
    }

    private Process launch() throws IOException, InterruptedException {
        var started = new ProcessBuilder(
                        "unshare", // its own network: without a bridge, dockerd removes the one that is there
                        "--net",
                        "dockerd",
                        "--host=" + address().host(),
                        "--data-root=" + data(),
                        "--exec-root=" + folder.resolve("exec"),
                        "--pidfile=" + folder.resolve("pid"),
                        "--bridge=none",
                        "--iptables=false")
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        STARTING.until(() -> {
            if (!started.isAlive()) {
                throw new SandboxException("dockerd did not start; it needs root, and writes to " + folder, false);
            }
            DockerEngine.connect(address()).close();
            return true;
        });
        return started;
    }

    EngineAddress address() {
        return new EngineAddress(URI.create("unix://" + folder.resolve("docker.sock")), Optional.empty());
    }

    void restart() throws IOException, InterruptedException {
        stop();
        process = launch();
    }

    private void stop() {
        process.destroy();
        process.onExit().orTimeout(STOPPING_SECONDS, TimeUnit.SECONDS).join();
    }

    /** From the engine of the machine. */
    void copyImage(String image) {
        try (var source = DockerEngine.connect(System.getenv());
                var here = DockerEngine.connect(address());
                var archive =
                        source.ask(() -> source.client().saveImageCmd(image).exec())) {
            here.ask(() -> here.client().loadImageCmd(archive).exec());
        } catch (IOException _) {
            // The stream is over, and so is the image.
        }
    }

    /** Whole systems are in the folder, links and all. */
    @Override
    public void close() throws IOException {
        stop();
        if (limited) {
            run("umount", data().toString());
        }
        new ProcessBuilder("rm", "-rf", "--one-file-system", folder.toString())
                .start()
                .onExit()
                .join();
    }
}
