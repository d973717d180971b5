package dev.rlvr.grader.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** CPU time of this process and everything it started, the ended and waited-for ones included. */
final class CpuMeter {

    private static final Duration TICK = Duration.ofMillis(10); // USER_HZ is 100 on every Linux
    private static final int UTIME = 11; // fields after the command's closing bracket, from `man 5 proc`
    private static final int CSTIME = 14;

    private CpuMeter() {}

    static Duration used() {
        var self = ProcessHandle.current();
        var ticks = ticksOf(self.pid())
                + self.descendants().mapToLong(child -> ticksOf(child.pid())).sum();
        return TICK.multipliedBy(ticks);
    }

    private static long ticksOf(long pid) {
        try {
            var text = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            var sum = 0L;
            for (var i = UTIME; i <= CSTIME; i++) {
                sum += Long.parseLong(fields[i]);
            }
            return sum;
        } catch (IOException _) {
            return 0; // it ended just now, and its parent has its time
        }
    }
}
