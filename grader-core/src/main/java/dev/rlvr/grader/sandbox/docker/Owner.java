package dev.rlvr.grader.sandbox.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Whom a container belongs to: one process, on one machine, since one start of it. Process ids mean something only
 * inside of their namespace, and are used again, so the rest has to fit too before anybody is called dead.
 *
 * @param boot the start of the machine
 * @param namespace of the process id
 * @param started ticks of the clock after the start of the machine
 */
record Owner(String boot, String namespace, long pid, long started) {

    private static final String PREFIX = "dev.rlvr.grader.";
    private static final String BOOT = PREFIX + "boot";
    private static final String NAMESPACE = PREFIX + "pid-namespace";
    private static final String STARTED = PREFIX + "started";

    /** The label that all containers of ours have. */
    static final String PID = PREFIX + "pid";

    /** This process. */
    static Owner self() {
        try {
            var pid = ProcessHandle.current().pid();
            return new Owner(bootId(), namespaceOfSelf(), pid, startOf(pid).orElse(0L));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot read /proc: " + e.getMessage(), e);
        }
    }

    static Owner of(Map<String, String> labels) {
        return new Owner(
                labels.getOrDefault(BOOT, ""),
                labels.getOrDefault(NAMESPACE, ""),
                number(labels.getOrDefault(PID, "")),
                number(labels.getOrDefault(STARTED, "")));
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    Map<String, String> labels() {
        return Map.of(BOOT, boot, NAMESPACE, namespace, PID, Long.toString(pid), STARTED, Long.toString(started));
    }

    /** Whether it is certain, as seen by this process, that there is no such process any more. */
    boolean isDead(Owner self) throws IOException {
        return boot.equals(self.boot)
                && namespace.equals(self.namespace)
                && startOf(pid).filter(start -> start == started).isEmpty();
    }

    private static String bootId() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    }

    private static String namespaceOfSelf() throws IOException {
        return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
    }

    /** The 22nd field; the second one is a name in brackets, which may hold anything. */
    private static Optional<Long> startOf(long pid) throws IOException {
        var file = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
            var fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            return fields[0].equals("Z") ? Optional.empty() : Optional.of(Long.parseLong(fields[19]));
        } catch (IOException e) {
            if (Files.exists(file)) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
