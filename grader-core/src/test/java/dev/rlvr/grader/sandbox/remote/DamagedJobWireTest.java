package dev.rlvr.grader.sandbox.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.DamagedBytes;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.Outcomes;
import dev.rlvr.grader.sandbox.Programs;
import dev.rlvr.grader.sandbox.remote.JobWire.Line;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes from strangers is refused in one way, whatever it is. */
class DamagedJobWireTest {

    private static final int ROUNDS = 5_000;

    private interface Reading {
        void read(byte[] bytes) throws JobWire.Malformed;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.rlvr.grader.DamagedBytes#seeds")
    void a_damaged_job_or_line_is_refused_or_read(long seed) {
        var line = JobWire.write(new Line.Case(0, Outcomes.alone(Outcomes.printed("42"))));
        var job = JobWire.write(new Job("python", List.of(Programs.script("1", "print(42)"))));
        var refused = refused(seed, line, JobWire::readLine) + refused(seed, job, JobWire::readJob);

        assertThat(refused).isGreaterThan(ROUNDS);
    }

    private static int refused(long seed, byte[] whole, Reading reading) {
        var damage = new DamagedBytes(seed);
        var refused = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var bytes = damage.of(whole);
            try {
                reading.read(bytes);
            } catch (JobWire.Malformed _) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + new String(bytes, StandardCharsets.UTF_8), e);
            }
        }
        return refused;
    }
}
