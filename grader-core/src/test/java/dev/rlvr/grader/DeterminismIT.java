package dev.rlvr.grader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Same code, same tests, same verdict, also while other processes want four times the machine. */
class DeterminismIT {

    private static final int ROUNDS = Integer.getInteger("grader.rounds", 3);

    /** Busy processes for each core: a round gets a fifth of the machine. */
    private static final int OVERLOAD = 4;

    /** Seconds of CPU for work of milliseconds: one of the buggy solutions loops for ever. */
    private static final double CPU_LIMIT = 2;

    @Test
    void an_overloaded_machine_changes_no_verdict() throws Exception {
        var samples = samples();
        try (var grading = new Grading(2);
                var _ = new Load(OVERLOAD * Runtime.getRuntime().availableProcessors())) {
            var first = Grading.verdicts(grading.all(samples));

            assertThat(first).hasSize(164 + 82).noneMatch(verdict -> verdict.contains("UNGRADED"));
            assertThat(first.subList(0, 164)).allMatch(verdict -> verdict.endsWith("[ACCEPTED]"));
            assertThat(first.subList(164, 246)).noneMatch(verdict -> verdict.endsWith("[ACCEPTED]"));
            for (var round = 2; round <= ROUNDS; round++) {
                var grades = grading.all(samples);
                assertThat(Grading.verdicts(grades))
                        .as("round %d of %d: %s", round, ROUNDS, changed(first, grades))
                        .isEqualTo(first);
            }
        }
    }

    private static List<String> changed(List<String> first, List<Grade> grades) {
        var verdicts = Grading.verdicts(grades);
        return IntStream.range(0, grades.size())
                .filter(i -> !verdicts.get(i).equals(first.get(i)))
                .mapToObj(i -> Grading.describe(grades.get(i)))
                .toList();
    }

    private static List<Sample> samples() throws IOException {
        var right = RealData.rows("humaneval/HumanEval.jsonl");
        var buggy = RealData.rows("humaneval-x/python.jsonl");
        Stream.of(right, buggy).forEach(rows -> rows.forEach(row -> row.put("time_limit", CPU_LIMIT)));
        var samples = new ArrayList<>(
                RealData.samples(right, row -> row.path("canonical_solution").asString()));
        samples.addAll(RealData.samples(buggy, row -> row.path("buggy_solution").asString()));
        return samples;
    }

    /**
     * Processes, not threads: threads of this JVM would slow down its own work more than that of the sandbox. They end
     * with the JVM even where it is killed.
     */
    private static final class Load implements AutoCloseable {
        private final List<Process> busy = new ArrayList<>();

        Load(int processes) throws IOException {
            for (var i = 0; i < processes; i++) {
                busy.add(new ProcessBuilder("sh", "-c", "while kill -0 $PPID; do :; done").start());
            }
        }

        @Override
        public void close() {
            busy.forEach(Process::destroyForcibly);
        }
    }
}
