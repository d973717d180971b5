package dev.rlvr.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void help_names_the_commands() {
        assertThat(run("help")).contains("grade ", "help ");
        assertThat(run("--help")).isEqualTo(run("help"));
    }

    @Test
    void help_of_grade_names_every_exit_code() {
        var help = run("help", "grade");

        for (var code : ExitCode.values()) {
            assertThat(help.replaceAll("\\s+", " ")).contains(code.number() + " " + code.meaning());
        }
    }

    @Test
    void a_version_is_one_line() {
        assertThat(run("--version")).matches("grader \\S+\n");
    }

    @Test
    void no_command_at_all_shows_the_help() {
        assertThat(run()).isEqualTo(run("help"));
    }

    private static String run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var stream = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        var terminal = new Terminal(
                stream, stream, new Settings(Path.of("."), false, false, 100, true, 2, Path.of("/"), Map.of()));
        Main.run(terminal, new FakeKit(), new Interruption(), arguments);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
