package dev.rlvr.grader.sandbox.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The agent as the build left it, and what is alive below this machine's Java. */
final class Installed {

    private Installed() {}

    static Installation here() {
        return Installation.under(Path.of(System.getProperty("grader.home", "..")));
    }

    static boolean asRoot() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ProcessHandle> descendants() {
        return ProcessHandle.current().descendants().toList();
    }

    /** Waits, for as long as it may take a loaded machine to bury them, until none of these is alive. */
    static List<ProcessHandle> survivors(List<ProcessHandle> processes) throws InterruptedException {
        var deadline = Instant.now().plus(Duration.ofSeconds(10));
        var alive = processes;
        while (!alive.isEmpty() && Instant.now().isBefore(deadline)) {
            Thread.sleep(20);
            alive = alive.stream().filter(ProcessHandle::isAlive).toList();
        }
        return alive;
    }

    /** The folders of control groups that one of these processes made. */
    static List<Path> controlGroups(List<ProcessHandle> makers) {
        var names = makers.stream().map(maker -> "grader-" + maker.pid() + "-").toList();
        try (var folders = Files.find(
                Path.of("/sys/fs/cgroup"),
                6,
                (path, _) -> names.stream()
                        .anyMatch(name -> path.getFileName().toString().startsWith(name)))) {
            return folders.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
