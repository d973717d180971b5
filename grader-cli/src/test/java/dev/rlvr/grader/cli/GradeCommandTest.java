package dev.rlvr.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private final FakeKit kit = new FakeKit();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path samples = Path.of("");
    private Path rows = Path.of("");

    @BeforeEach
    void write_samples() throws IOException {
        samples = Files.writeString(folder.resolve("samples.jsonl"), "a right\nb wrong\nc right\n");
        rows = folder.resolve("rows.jsonl");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a right                |                   | 0
                    a right, b wrong       | --fail-under 0.5  | 0
                    a right, b wrong       | --fail-under 0.51 | 1
                    a right, b untestable  |                   | 3
                    a right, b             |                   | 3
                    a right, b unlucky     |                   | 4
                    a untestable, b unlucky|                   | 4
                    a wrong, b unlucky     | --fail-under 0.5  | 4
                    a right                | -j 0              | 0
                    a right                | -j -1             | 2
                    a right                | --sandbox moon    | 2
                    a right                | --min-isolation x | 2
                    a right                | --frobnicate      | 2
                    a right                | --resume          | 2
                    a right                | --explain nobody  | 2
                    """)
    void the_exit_code_says_how_it_went(String lines, String options, int code) throws IOException {
        Files.writeString(samples, String.join("\n", lines.split(", ")));
        var arguments = new ArrayList<String>();
        if (options != null) {
            arguments.addAll(List.of(options.split(" ")));
        }

        assertThat(grade(arguments.toArray(String[]::new))).isEqualTo(code);
    }

    @Test
    void an_input_without_samples_is_a_mistake() throws IOException {
        Files.writeString(samples, "");

        assertThat(grade()).isEqualTo(2);
        assertThat(text(err)).isEqualTo("grader: " + samples + " holds no samples\n");
    }

    @Test
    void an_input_that_does_not_exist_is_named() {
        assertThat(run("grade", "/nowhere/samples.jsonl")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("grader: /nowhere/samples.jsonl: there is no such file or folder of samples\n");
    }

    @Test
    void the_table_is_all_there_is_on_stdout_and_nothing_on_stderr() {
        grade();

        assertThat(text(out)).startsWith("SAMPLE").contains("mean reward  0.667");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void rows_go_to_stdout_when_asked_for_and_the_table_to_stderr() {
        grade("--format", "jsonl");

        assertThat(text(out).lines()).hasSize(3).allMatch(line -> line.startsWith("{\"id\":"));
        assertThat(text(err)).contains("mean reward  0.667");
    }

    @Test
    void quiet_leaves_stderr_empty() {
        grade("--format", "jsonl", "--quiet");

        assertThat(text(err)).isEmpty();
    }

    @Test
    void rows_go_to_the_file_and_an_old_file_is_not_lost_by_accident() throws IOException {
        assertThat(grade("--out", rows.toString())).isZero();
        assertThat(grade("--out", rows.toString())).isEqualTo(2);

        assertThat(Files.readAllLines(rows)).hasSize(3);
        assertThat(text(err)).contains("--resume", "--overwrite");
        assertThat(grade("--out", rows.toString(), "--overwrite")).isZero();
        assertThat(Files.readAllLines(rows)).hasSize(3);
    }

    @Test
    void a_resumed_run_grades_what_is_missing_and_reports_all() throws IOException {
        Files.writeString(samples, "a right\nb unlucky\n");
        assertThat(grade("--out", rows.toString())).isEqualTo(4);
        Files.writeString(samples, "a right\nb wrong\nc right\n");
        kit.graded.clear();
        out.reset();

        assertThat(grade("--out", rows.toString(), "--resume", "--no-dedupe")).isZero();

        assertThat(kit.graded).containsExactlyInAnyOrder("b", "c");
        assertThat(Files.readAllLines(rows)).hasSize(3);
        assertThat(text(out)).contains("3 samples, 1 row of them from before", "mean reward  0.667");
    }

    @Test
    void equal_completions_run_once_unless_told_otherwise() {
        grade();
        assertThat(kit.graded).hasSize(2);
        assertThat(text(out)).contains("1 sample graded as a copy of an equal one");

        kit.graded.clear();
        grade("--no-dedupe");
        assertThat(kit.graded).hasSize(3);
    }

    @Test
    void a_folder_brings_its_samples() {
        assertThat(run("grade", folder.toString())).isZero();
        assertThat(kit.graded).isNotEmpty();
    }

    @Test
    void explaining_grades_one_sample_and_shows_its_code() {
        assertThat(grade("--explain", "b")).isZero();

        assertThat(kit.graded).containsExactly("b");
        assertThat(text(out)).contains("sample b", "WRONG_ANSWER", "how the reward came about", "   1  wrong");
    }

    @Test
    void explaining_an_unknown_sample_names_known_ones() {
        grade("--explain", "z");

        assertThat(text(err)).isEqualTo("grader: no sample has the id z; the first ones are a, b, c\n");
    }

    @Test
    void a_wrong_option_is_one_sentence() {
        grade("--frobnicate");

        assertThat(text(err).lines()).hasSize(1).first().asString().contains("--frobnicate", "grader help");
    }

    @Test
    void an_error_shows_where_it_came_from_only_when_asked() {
        run("grade", "--explain", "z", samples.toString());
        assertThat(text(err)).doesNotContain("at dev.rlvr");

        run("--debug", "grade", "--explain", "z", samples.toString());
        assertThat(text(err)).contains("at dev.rlvr");
    }

    private int grade(String... options) {
        var arguments = new ArrayList<>(List.of("grade", samples.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        var terminal = new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                new Settings(folder, false, false, 100, true, 2, Path.of("/"), Map.of()));
        return Main.run(terminal, kit, new Interruption(), arguments);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
