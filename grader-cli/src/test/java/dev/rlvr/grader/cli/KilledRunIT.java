package dev.rlvr.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.sandbox.docker.Containers;
import dev.rlvr.grader.sandbox.docker.DockerEngine;
import dev.rlvr.grader.sandbox.docker.Engines;
import dev.rlvr.grader.testing.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code kill -9} in the middle of a run in containers: whoever goes on finds nothing in the way, and ends it right. */
@Tag("docker")
@Timeout(300)
class KilledRunIT {

    private static final int SAMPLES = 500;
    private static final int BEFORE_THE_KILL = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private Path folder = Path.of("");

    private Path rows = Path.of("");
    private Path samples = Path.of("");
    private final DockerEngine engine = Engines.here();

    @BeforeEach
    void write_samples() throws Exception {
        Engines.settings(engine);
        rows = folder.resolve("rows.jsonl");
        samples = folder.resolve("samples.jsonl");
        var lines = new ArrayList<String>();
        for (var i = 0; i < SAMPLES; i++) {
            lines.add(JSON.writeValueAsString(sample(i)));
        }
        Files.write(samples, lines);
    }

    @AfterEach
    void close_the_engine() {
        engine.close();
    }

    /** One in three is wrong. */
    private static Map<String, Object> sample(int i) {
        var answer = isRight(i) ? "int(input()) + " + i : "0 - 1";
        var sample = new TreeMap<String, Object>();
        sample.put("id", "s" + i);
        sample.put("completion", "```python\nprint(" + answer + ")\n```");
        var cases = List.of(
                Map.of("stdin", "1\n", "stdout", (i + 1) + "\n"), Map.of("stdin", "2\n", "stdout", (i + 2) + "\n"));
        sample.put("suite", Map.of("suite", 1, "mode", "stdio", "cases", cases));
        return sample;
    }

    private static boolean isRight(int i) {
        return i % 3 != 0;
    }

    @Test
    void a_run_that_was_killed_is_resumed_to_the_right_end_and_leaves_nothing_on_the_engine() throws Exception {
        var before = Containers.everythingElse(engine);
        var run = grade();
        while (!Files.exists(rows) || Files.readAllLines(rows).size() < BEFORE_THE_KILL) {
            assertThat(run.isAlive()).isTrue();
            Thread.sleep(10);
        }
        var containers = Containers.ofProcess(engine, run.pid());
        run.destroyForcibly().waitFor();
        assertThat(Files.readAllLines(rows)).hasSizeLessThan(SAMPLES);
        assertThat(containers).isNotEmpty();

        var resumed = grade("--resume");
        var output = new String(resumed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(resumed.waitFor()).as(output).isZero();

        assertThat(rewards()).hasSize(SAMPLES).isEqualTo(expected());
        assertThat(Containers.ofProcess(engine, run.pid())).isEmpty();
        assertThat(Containers.ofProcess(engine, resumed.pid())).isEmpty();
        assertThat(Containers.everythingElse(engine)).isEqualTo(before);
        assertThat(containers)
                .allSatisfy(container -> assertThat(processesOf(container)).isEmpty());
    }

    private Process grade(String... more) throws IOException {
        var arguments = new ArrayList<>(
                List.of("grade", samples.toString(), "--out", rows.toString(), "--no-dedupe", "--sandbox", "docker"));
        arguments.addAll(List.of(more));
        return ChildJvm.start(
                List.of("-Dgrader.home=" + Engines.HOME.toAbsolutePath()),
                Main.class,
                arguments.toArray(String[]::new));
    }

    private Map<String, Double> rewards() throws IOException {
        var rewards = new TreeMap<String, Double>();
        for (var line : Files.readAllLines(rows)) {
            var row = JSON.readTree(line);
            var reward = row.path("aggregate_reward_score").asDouble(Double.NaN);
            assertThat(rewards.put(row.path("id").asString(), reward)).isNull();
        }
        return rewards;
    }

    private static Map<String, Double> expected() {
        var rewards = new TreeMap<String, Double>();
        for (var i = 0; i < SAMPLES; i++) {
            rewards.put("s" + i, isRight(i) ? 1.0 : 0.0);
        }
        return rewards;
    }

    /** The engine names the control group of a container after it. */
    private static List<Long> processesOf(String container) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> controlGroup(pid).contains(container))
                .toList();
    }

    private static String controlGroup(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cgroup"));
        } catch (IOException _) {
            return ""; // it has ended
        }
    }
}
