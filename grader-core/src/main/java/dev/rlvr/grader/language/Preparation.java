package dev.rlvr.grader.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a language makes once on a machine, such as precompiled headers.
 *
 * <pre>
 *   prepared/
 *     cpp -> cpp-1f0c...     where programs look; replaced at once when another one is ready
 *     cpp-1f0c...            made by the script of this content, for the toolchain of this version
 *     cpp.lock               one process prepares at a time
 * </pre>
 */
final class Preparation {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int DIGITS = 16;

    /** A lock on a file is held by a process as a whole. */
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final Path prepared;

    Preparation(Path prepared) {
        this.prepared = prepared;
    }

    /** @return whether what the language needs is there */
    boolean ensure(Language language, String version) throws InterruptedException {
        if (language.prepare().isEmpty()) {
            return true;
        }
        var script = language.folder().resolve(language.prepare().get());
        ONE_AT_A_TIME.lockInterruptibly();
        try {
            Files.createDirectories(prepared);
            var made = prepared.resolve(language.base() + "-" + digest(language, version));
            try (var channel = FileChannel.open(
                            prepared.resolve(language.base() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                return lock.isValid()
                        && (Files.isDirectory(made) || make(language, script, made))
                        && point(language, made);
            }
        } catch (IOException e) {
            throw new ToolchainMissing(
                    "cannot prepare " + language.title() + " in " + prepared + ": " + e.getMessage());
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private boolean make(Language language, Path script, Path made) throws IOException, InterruptedException {
        var fresh = Files.createTempDirectory(prepared, language.base() + ".new");
        fresh.toFile().setReadable(true, false);
        fresh.toFile().setExecutable(true, false);
        var done = HostCommand.run(List.of("sh", script.toString(), fresh.toString()), language.folder(), PATIENCE);
        if (done.isEmpty()) {
            delete(fresh);
            return false;
        }
        Files.move(fresh, made, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    /** A link is replaced by moving another one over it: there is no moment without. */
    private boolean point(Language language, Path made) throws IOException {
        var link = prepared.resolve(language.base());
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(made.getFileName())) {
            return true;
        }
        var fresh = prepared.resolve(language.base() + ".link");
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, made.getFileName());
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    /** Of every file that the script may use, and of what the toolchain says it is. */
    private static String digest(Language language, String version) throws IOException {
        var unused = language.folder().resolve("conformance");
        try (var files = Files.walk(language.folder())) {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(version.getBytes(StandardCharsets.UTF_8));
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(unused))
                    .sorted()
                    .toList()) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
