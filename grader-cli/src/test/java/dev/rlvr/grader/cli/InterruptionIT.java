package dev.rlvr.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.testing.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals to a whole process, with 400 samples of 50 ms each on two cores: ten seconds of work. */
@Timeout(60)
class InterruptionIT {

    private static final int SAMPLES = 400;

    @TempDir
    private Path folder = Path.of("");

    private Path rows = Path.of("");
    private Path samples = Path.of("");

    @BeforeEach
    void write_samples() throws IOException {
        rows = folder.resolve("rows.jsonl");
        samples = Files.writeString(
                folder.resolve("samples"),
                IntStream.range(0, SAMPLES).mapToObj(i -> "s" + i + " slow\n").collect(Collectors.joining()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void a_signal_leaves_a_valid_file_and_says_how_to_go_on(String signal) throws Exception {
        var run = grade();
        awaitRows(5);
        kill(signal, run);

        var output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(run.waitFor()).isEqualTo(130);
        assertThat(output)
                .contains("mean reward  1.000", "interrupted; go on with: grader grade", "--no-dedupe --resume");
        assertThat(Files.readAllLines(rows))
                .hasSizeBetween(5, SAMPLES - 1)
                .allMatch(line -> line.startsWith("{\"id\":\"s") && line.endsWith("}"));
    }

    @Test
    void a_run_that_was_killed_goes_on_to_one_row_for_each_sample() throws Exception {
        var run = grade();
        awaitRows(5);
        run.destroyForcibly().waitFor();
        Files.writeString(rows, Files.readString(rows) + "{\"id\":\"s3", StandardCharsets.UTF_8);

        var resumed = grade("--resume", "-j", "40");
        var output = new String(resumed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(resumed.waitFor()).as(output).isZero();
        assertThat(output).contains(SAMPLES + " samples, ");
        assertThat(Files.readAllLines(rows).stream().map(line -> line.substring(7, line.indexOf('"', 7))))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, SAMPLES).mapToObj(i -> "s" + i).toList());
    }

    private Process grade(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("grade", samples.toString(), "--out", rows.toString(), "--no-dedupe"));
        arguments.addAll(List.of(more));
        return ChildJvm.start(List.of(), SlowGrading.class, arguments.toArray(String[]::new));
    }

    private void awaitRows(int n) throws Exception {
        while (!Files.exists(rows) || Files.readAllLines(rows).size() < n) {
            Thread.sleep(20);
        }
    }

    private static void kill(String signal, Process process) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
