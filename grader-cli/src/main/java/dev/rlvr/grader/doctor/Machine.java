package dev.rlvr.grader.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Room on the disk, and clocks that can be trusted with limits.
 *
 * @param folders that the grader writes to
 * @param built a time that is surely past
 * @param nanos a clock that never goes back
 */
public record Machine(List<Path> folders, Instant built, Clock clock, LongSupplier nanos) implements Look {

    private static final double GIB = 1L << 30;
    private static final double LEAST = 0.5;
    private static final double GOOD = 5;
    private static final Duration NAP = Duration.ofMillis(200);
    private static final double TOLERATED_DRIFT = 0.5;

    @Override
    public List<Finding> look() throws InterruptedException {
        var findings = new ArrayList<Finding>();
        for (var folder : folders) {
            findings.add(disk(folder));
        }
        findings.add(time());
        return findings;
    }

    private static Finding disk(Path folder) {
        double free;
        try {
            free = Files.getFileStore(folder).getUsableSpace() / GIB;
        } catch (IOException e) {
            return Finding.fail("disk", "cannot look at " + folder + ": " + e.getMessage(), "make the folder readable");
        }
        var what = String.format(Locale.ROOT, "%.1f GiB free in %s", free, folder);
        if (free < LEAST) {
            return Finding.fail("disk", what, "delete something: df -h " + folder);
        }
        return free < GOOD
                ? Finding.caution("disk", what + ", which is little for images", "delete something: df -h " + folder)
                : Finding.pass("disk", what);
    }

    /** Limits are measured with one clock and rows are dated with the other: both must run, at the same pace. */
    private Finding time() throws InterruptedException {
        var now = clock.instant();
        if (now.isBefore(built)) {
            return Finding.fail(
                    "time",
                    "it is " + now + ", before this grader was built",
                    "set the clock: sudo timedatectl set-ntp true");
        }
        var start = nanos.getAsLong();
        Thread.sleep(NAP);
        var elapsed = nanos.getAsLong() - start;
        var shown = Duration.between(now, clock.instant()).toNanos();
        if (elapsed < NAP.toNanos() * 9 / 10 || Math.abs(elapsed - shown) > TOLERATED_DRIFT * elapsed) {
            return Finding.caution(
                    "time",
                    String.format(
                            Locale.ROOT,
                            "the clocks disagree: one says that %d ms went by, the other %d ms",
                            elapsed / 1_000_000,
                            shown / 1_000_000),
                    "look after the clock of this machine; time limits cannot be trusted");
        }
        return Finding.pass("time", now.truncatedTo(ChronoUnit.SECONDS) + ", the clocks agree");
    }
}
