package dev.rlvr.grader.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Runs commands of ours, outside of any sandbox: version probes and the scripts of languages. Never a candidate's. */
final class HostCommand {

    /** As programs have it in the jail, so that what is found here is found there. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PATH", "/usr/local/bin:/usr/bin:/bin",
            "LANG", "C.UTF-8",
            "LC_ALL", "C.UTF-8");

    private HostCommand() {}

    /** @return what it printed, both streams together; empty where it could not be started, failed or took too long */
    static Optional<String> run(List<String> command, Path folder, Duration patience) throws InterruptedException {
        // Java itself would look for the program in our own PATH.
        var builder = new ProcessBuilder(Stream.concat(Stream.of("/usr/bin/env"), command.stream())
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        builder.environment().put("HOME", System.getProperty("java.io.tmpdir"));
        Process process;
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException _) {
            return Optional.empty();
        }
        var words = CompletableFuture.supplyAsync(() -> read(process), Thread::startVirtualThread);
        try {
            var text = words.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (ExecutionException | TimeoutException _) {
            return Optional.empty();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String read(Process process) {
        try (var in = process.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
