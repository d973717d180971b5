package dev.rlvr.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.doctor.Finding;
import dev.rlvr.grader.doctor.Finding.Health;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

    private static final Finding GOOD = new Finding("JDK", Health.PASS, "25", "");
    private static final Finding LOOSE = new Finding("disk", Health.CAUTION, "little\nroom", "df -h");
    private static final Finding BROKEN = new Finding("Python", Health.FAIL, "missing", "apt-get install python3");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void what_is_loose_does_not_fail() throws InterruptedException {
        assertThat(examine(GOOD, LOOSE)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        PASS     JDK              25
                        CAUTION  disk             little room
                                                  repair: df -h

                        1 passed, 1 to be careful about, 0 failed
                        """);
    }

    @Test
    void what_is_broken_fails_and_the_rest_is_looked_at_all_the_same() throws InterruptedException {
        assertThat(examine(BROKEN, GOOD)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("repair: apt-get install python3", "PASS     JDK", "1 failed");
    }

    private int examine(Finding... findings) throws InterruptedException {
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        var settings = new Settings(Path.of("."), false, false, 100, true, 2, Path.of("/"), Map.of());
        return DoctorCommand.examine(new Terminal(stream, stream, settings), List.of(() -> List.of(findings)));
    }
}
