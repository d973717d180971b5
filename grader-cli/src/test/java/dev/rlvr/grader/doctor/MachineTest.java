package dev.rlvr.grader.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.doctor.Finding.Health;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

    private static final Instant BUILT = Instant.parse("2026-11-21T00:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void clocks_that_agree_pass() throws InterruptedException {
        assertThat(time(Clock.systemUTC()).health()).isEqualTo(Health.PASS);
    }

    @Test
    void a_clock_from_before_the_build_fails() throws InterruptedException {
        var finding = time(Clock.fixed(BUILT.minusSeconds(1), ZoneOffset.UTC));

        assertThat(finding.health()).isEqualTo(Health.FAIL);
        assertThat(finding.what()).contains("2026-11-20T23:59:59Z", "before this grader was built");
    }

    @Test
    void a_clock_that_stands_still_is_noticed() throws InterruptedException {
        assertThat(time(Clock.fixed(BUILT.plusSeconds(1), ZoneOffset.UTC)).health())
                .isEqualTo(Health.CAUTION);
    }

    @Test
    void a_folder_that_is_not_there_fails() throws InterruptedException {
        var missing = folder.resolve("none");

        assertThat(new Machine(List.of(missing), BUILT, Clock.systemUTC(), System::nanoTime)
                        .look()
                        .getFirst())
                .satisfies(finding -> assertThat(finding.health()).isEqualTo(Health.FAIL))
                .satisfies(finding -> assertThat(finding.what()).contains(missing.toString()));
    }

    private Finding time(Clock clock) throws InterruptedException {
        return new Machine(List.of(folder), BUILT, clock, System::nanoTime)
                .look()
                .getLast();
    }
}
