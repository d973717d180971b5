package dev.rlvr.grader;

import static dev.rlvr.grader.RealData.fenced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.sample.SampleReader;
import dev.rlvr.grader.sample.SampleRow;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.docker.Containers;
import dev.rlvr.grader.sandbox.docker.DockerEngine;
import dev.rlvr.grader.sandbox.docker.Engines;
import dev.rlvr.grader.sandbox.local.Installation;
import dev.rlvr.grader.sandbox.local.LocalSandbox;
import dev.rlvr.grader.suite.SuiteRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** HumanEval, MBPP and the quickstart get the same verdicts in containers as on the machine itself, come what may. */
@Tag("docker")
class DockerVerdictsIT {

    private static final int BOXES = 2;
    private static final long SEED = 20_261_121;
    private static final long BETWEEN_KILLS_MILLIS = 1000;

    /** Seconds of CPU for work of milliseconds: one of the buggy solutions loops for ever. */
    private static final double CPU_LIMIT = 2;

    private static DockerEngine engine;
    private static SuiteRepository suites;
    private static List<Sample> samples;
    private static List<String> expected;

    @BeforeAll
    static void grade_on_the_machine_itself() throws Exception {
        engine = Engines.here();
        suites = SuiteRepository.open(List.of(quickstart("suites.json")));
        samples = samples();
        var local = new LocalSandbox(Installation.under(RealData.home()), BOXES, Optional.empty());
        try (var grading = new Grading(BOXES, local, suites)) {
            expected = Grading.verdicts(grading.all(samples));
        }
        assertThat(expected).hasSizeGreaterThan(500).noneMatch(verdict -> verdict.contains("UNGRADED"));
    }

    @AfterAll
    static void close_the_engine() {
        engine.close();
    }

    @ParameterizedTest
    @EnumSource
    void each_level_gives_the_same_verdicts_and_leaves_nothing_behind(Isolation level) throws Exception {
        var before = Containers.everythingElse(engine);
        assertThat(inContainers(level)).isEqualTo(expected);
        assertThat(Containers.ofThisProcess(engine)).isEmpty();
        assertThat(Containers.everythingElse(engine)).isEqualTo(before);
    }

    @Test
    void killing_a_random_container_once_a_second_changes_no_verdict_and_leaves_nothing_behind() throws Exception {
        var over = new AtomicBoolean();
        var killed = new AtomicInteger();
        var killer = Thread.ofPlatform().start(() -> killOnceASecond(over, killed));
        var seen = new ArrayList<String>();
        try {
            seen.addAll(inContainers(Isolation.NAMESPACES));
        } finally {
            over.set(true);
            killer.join();
        }
        assertThat(seen).as("seed %d, %d killed", SEED, killed.get()).isEqualTo(expected);
        assertThat(killed).hasPositiveValue();
        assertThat(Containers.ofThisProcess(engine)).isEmpty();
    }

    private static void killOnceASecond(AtomicBoolean over, AtomicInteger killed) {
        var random = new Random(SEED);
        try {
            while (!over.get()) {
                Thread.sleep(BETWEEN_KILLS_MILLIS);
                var alive = Containers.ofThisProcess(engine);
                if (!alive.isEmpty() && Containers.kill(engine, alive.get(random.nextInt(alive.size())))) {
                    killed.incrementAndGet();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> inContainers(Isolation level) throws InterruptedException, ExecutionException {
        try (var grading = new Grading(BOXES, Engines.open(engine, BOXES, level), suites)) {
            return Grading.verdicts(grading.all(samples));
        }
    }

    private static List<Sample> samples() throws IOException {
        var right = RealData.rows("humaneval/HumanEval.jsonl");
        var buggy = RealData.rows("humaneval-x/python.jsonl");
        var references = RealData.rows("mbpp/sanitized-mbpp.dev.jsonl");
        buggy.forEach(row -> row.put("time_limit", CPU_LIMIT));
        var all = new ArrayList<Sample>();
        all.addAll(RealData.samples(right, row -> row.path("canonical_solution").asString()));
        all.addAll(RealData.samples(buggy, row -> row.path("buggy_solution").asString()));
        all.addAll(RealData.samples(references, row -> fenced(row.path("code").asString())));
        try (var rows = SampleReader.open(quickstart("samples.jsonl"))) {
            while (rows.hasNext()) {
                if (rows.next() instanceof SampleRow.Good(var sample)) {
                    all.add(sample);
                }
            }
        }
        return all;
    }

    private static Path quickstart(String file) {
        return RealData.home().resolve("testcases/quickstart").resolve(file);
    }
}
