package dev.rlvr.grader.suite;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.Limits;
import java.time.Duration;

/** {@code limits} of our own form: the unit is in the name of each field. */
final class OwnLimits {

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final long MEBIBYTE = 1L << 20;
    private static final long TEBIBYTE = 1L << 40;

    private OwnLimits() {}

    static Limits read(Row.Field field, Problems problems) {
        return Fields.read(field, problems, OwnLimits::read);
    }

    private static Limits read(Fields fields) {
        var standard = Limits.DEFAULT;
        var cpu = fields.integer("cpu_ms", 1, HOUR_MS, 0);
        var wall = fields.integer("wall_ms", 1, HOUR_MS, 0);
        var memory = fields.integer(
                "memory_bytes", 16 * MEBIBYTE, TEBIBYTE, standard.memory().bytes());
        var output = fields.integer(
                "output_bytes",
                1,
                Limits.LARGEST_OUTPUT.bytes(),
                standard.output().bytes());
        var disk =
                fields.integer("disk_bytes", MEBIBYTE, TEBIBYTE, standard.disk().bytes());
        var file = fields.integer(
                "file_bytes", 1, TEBIBYTE, Math.min(disk, standard.fileSize().bytes()));
        var processes = fields.integer("processes", 1, 4096, standard.processes());
        if (cpu > 0 && wall > 0 && wall < cpu) {
            fields.problem("wall_ms", "is below cpu_ms, so cpu_ms could never be used up; raise it");
            wall = cpu;
        }
        return time(standard, cpu, wall)
                .withMemory(new ByteSize(memory))
                .withOutput(new ByteSize(output))
                .withDisk(new ByteSize(disk), new ByteSize(file))
                .withProcesses((int) processes);
    }

    /** Where one of the two is not given, it follows from the other. */
    private static Limits time(Limits standard, long cpuMs, long wallMs) {
        var wall = Duration.ofMillis(wallMs);
        if (cpuMs > 0) {
            return wallMs > 0
                    ? standard.withTime(Duration.ofMillis(cpuMs), wall)
                    : standard.withCpu(Duration.ofMillis(cpuMs));
        }
        if (wallMs > 0) {
            return standard.withTime(wall.compareTo(standard.cpu()) < 0 ? wall : standard.cpu(), wall);
        }
        return standard;
    }
}
