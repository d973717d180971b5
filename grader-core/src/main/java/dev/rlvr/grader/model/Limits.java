package dev.rlvr.grader.model;

import java.time.Duration;

/**
 * What one run may use. Every limit has a reporter of its own in the sandbox; none is inferred from an exit code.
 *
 * @param cpu user + system time, summed over every process of the run
 * @param wall time on the clock while the run was able to make progress: time spent waiting for a busy CPU is not counted
 *     until {@link #HARD_WALL_FACTOR} times the limit, so that load on the machine changes no verdict
 * @param memory resident memory of the whole run, its private files in /tmp and /dev/shm included
 * @param output bytes on stdout, and separately on stderr
 * @param disk size of the run's private file systems
 * @param fileSize largest single file
 * @param processes processes and threads alive at the same time
 * @param openFiles descriptors per process
 * @param stack stack of the main thread
 */
public record Limits(
        Duration cpu,
        Duration wall,
        ByteSize memory,
        ByteSize output,
        ByteSize disk,
        ByteSize fileSize,
        int processes,
        int openFiles,
        ByteSize stack) {

    public static final int HARD_WALL_FACTOR = 10;

    /** What the sandbox can carry back, for stdout and stderr each. */
    public static final ByteSize LARGEST_OUTPUT = ByteSize.mebibytes(128);

    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            ByteSize.mebibytes(512),
            ByteSize.mebibytes(64),
            ByteSize.mebibytes(256),
            ByteSize.mebibytes(256),
            64,
            256,
            ByteSize.mebibytes(256));

    public Limits {
        positive(cpu, "cpu");
        positive(wall, "wall");
        if (wall.compareTo(cpu) < 0) {
            throw new IllegalArgumentException("the wall limit " + wall + " is below the cpu limit " + cpu);
        }
        if (memory.bytes() < 16L << 20) {
            throw new IllegalArgumentException("a memory limit of " + memory + " is below 16 MiB");
        }
        if (output.compareTo(LARGEST_OUTPUT) > 0) {
            throw new IllegalArgumentException("an output limit of " + output + " is above " + LARGEST_OUTPUT);
        }
        if (processes < 1 || openFiles < 8) {
            throw new IllegalArgumentException("at least 1 process and 8 open files are needed");
        }
    }

    private static void positive(Duration value, String name) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("the " + name + " limit must be positive, not " + value);
        }
    }

    /** A CPU limit, and a wall limit that leaves room for sleeping. */
    public Limits withCpu(Duration limit) {
        return withTime(limit, limit.multipliedBy(2).plusSeconds(1));
    }

    public Limits withTime(Duration cpuLimit, Duration wallLimit) {
        return new Limits(cpuLimit, wallLimit, memory, output, disk, fileSize, processes, openFiles, stack);
    }

    public Limits withMemory(ByteSize limit) {
        return new Limits(cpu, wall, limit, output, disk, fileSize, processes, openFiles, stack);
    }

    public Limits withOutput(ByteSize limit) {
        return new Limits(cpu, wall, memory, limit, disk, fileSize, processes, openFiles, stack);
    }

    public Limits withDisk(ByteSize limit, ByteSize largestFile) {
        return new Limits(cpu, wall, memory, output, limit, largestFile, processes, openFiles, stack);
    }

    public Limits withStack(ByteSize limit) {
        return new Limits(cpu, wall, memory, output, disk, fileSize, processes, openFiles, limit);
    }

    public Limits withOpenFiles(int limit) {
        return new Limits(cpu, wall, memory, output, disk, fileSize, processes, limit, stack);
    }

    public Limits withProcesses(int limit) {
        return new Limits(cpu, wall, memory, output, disk, fileSize, limit, openFiles, stack);
    }
}
