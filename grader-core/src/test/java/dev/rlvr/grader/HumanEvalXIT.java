package dev.rlvr.grader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Grade;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tests that are compiled with the candidate: right solutions pass, and buggy ones do not, in five languages. Each is a
 * program of its own to compile, so only every eighth is taken; {@code -Dgrader.rows.step=1} takes all.
 */
@Tag("languages")
class HumanEvalXIT {

    private static final int STEP = Integer.getInteger("grader.rows.step", 8);
    private static final int ROWS = Math.ceilDiv(82, STEP);

    private static Grading grading;

    @BeforeAll
    static void start() throws InterruptedException {
        grading = new Grading(2);
    }

    @AfterAll
    static void stop() {
        grading.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpp", "go", "java", "js", "rust"})
    void solutions_are_right_as_continuations_of_the_prompt(String language) throws Exception {
        assertThat(rewards(language, row -> fenced(language, text(row, "canonical_solution"))))
                .hasSize(ROWS)
                .allMatch(line -> line.endsWith(" 1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpp", "go", "java", "js", "rust"})
    void solutions_are_right_as_programs(String language) throws Exception {
        assertThat(rewards(language, row -> fenced(language, text(row, "prompt") + text(row, "canonical_solution"))))
                .hasSize(ROWS)
                .allMatch(line -> line.endsWith(" 1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpp", "go", "java", "js", "rust"})
    void buggy_solutions_are_wrong(String language) throws Exception {
        assertThat(rewards(language, row -> fenced(language, text(row, "prompt") + text(row, "buggy_solution"))))
                .hasSize(ROWS)
                .allMatch(line -> line.endsWith(" 0.0"));
    }

    /** What became of each row; a reward of 1 or 0 and nothing else makes a short line. */
    private static List<String> rewards(String language, Function<ObjectNode, String> completion) throws Exception {
        var all = RealData.rows("humaneval-x/" + language + ".jsonl");
        var rows = IntStream.range(0, ROWS).mapToObj(i -> all.get(i * STEP)).toList();
        return grading.all(RealData.samples(rows, completion)).stream()
                .map(HumanEvalXIT::line)
                .toList();
    }

    private static String line(Grade grade) {
        var reward = Grading.reward(grade);
        return reward == 0 ? grade.id() + " 0.0" : reward == 1 ? grade.id() + " 1.0" : Grading.describe(grade);
    }

    private static String fenced(String language, String code) {
        return "```" + language + "\n" + code + "\n```\n";
    }

    private static String text(ObjectNode row, String field) {
        return row.get(field).stringValue();
    }
}
