package dev.rlvr.grader.sandbox.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.DamagedBytes;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes from an agent that is not ours any more is refused, and harms nobody. */
class DamagedFramesTest {

    private static final int ROUNDS = 20_000;
    private static final String OUTCOME =
            "00 03000000 40420f0000000000 80841e0000000000 0010000000000000 05000000 06000000"
                    + "07000000 02 03000000 6f7574 03000000 657272 00000000";

    private static final List<byte[]> FRAMES = List.of(
            frame("10", "03000000 02 02 05 00"),
            frame("11", "01000000" + OUTCOME),
            frame("11", "02000000" + OUTCOME + OUTCOME),
            frame("12", ""),
            frame("13", "04000000 6f6f7073"),
            frame("15", "01000000" + OUTCOME + "02000000 0908"));

    private static byte[] frame(String type, String payload) {
        var bytes = HexFormat.of().parseHex(payload.replace(" ", ""));
        var header = String.format("%02x000000%s", bytes.length, type);
        return HexFormat.of().parseHex(header + HexFormat.of().formatHex(bytes));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("dev.rlvr.grader.DamagedBytes#seeds")
    void a_damaged_frame_is_refused_or_read(long seed) {
        var damage = new DamagedBytes(seed);
        var refused = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var bytes = damage.of(FRAMES.get(round % FRAMES.size()));
            try {
                Frames.read(new DataInputStream(new ByteArrayInputStream(bytes)));
            } catch (IOException _) {
                refused++;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + HexFormat.of().formatHex(bytes), e);
            }
        }
        assertThat(refused).isGreaterThan(ROUNDS / 2);
    }
}
