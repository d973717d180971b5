package dev.rlvr.grader;

import static dev.rlvr.grader.RealData.fenced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Solutions of known quality, through the whole pipeline, get what they deserve. */
class BaselinesIT {

    private static final String HUMANEVAL = "humaneval/HumanEval.jsonl";
    private static final String HUMANEVAL_X = "humaneval-x/python.jsonl";

    /** Seconds of CPU for a function that does its work in milliseconds; several buggy ones loop for ever. */
    private static final double QUIXBUGS_LIMIT = 1;

    /** Seconds of CPU: one reference needs 15 without a sandbox, on a machine that has nothing else to do. */
    private static final double CODECONTESTS_LIMIT = 120;

    /** The buggy version yields generators inside of generators. */
    private static final Set<String> RETURNS_GENERATORS = Set.of("flatten");

    private static Grading grading;

    @BeforeAll
    static void start() throws InterruptedException {
        grading = new Grading(2);
    }

    @AfterAll
    static void stop() {
        grading.close();
    }

    @Test
    void humaneval_solutions_are_right_as_continuations() throws Exception {
        all(164, HUMANEVAL, row -> text(row, "canonical_solution"), BaselinesIT::isFull);
    }

    @Test
    void humaneval_solutions_are_right_as_programs() throws Exception {
        all(164, HUMANEVAL, row -> fenced(text(row, "prompt") + text(row, "canonical_solution")), BaselinesIT::isFull);
    }

    @Test
    void humaneval_functions_that_return_none_are_not_right() throws Exception {
        all(164, HUMANEVAL, _ -> "    return None\n", BaselinesIT::isLess);
    }

    @Test
    void humaneval_x_solutions_are_right() throws Exception {
        all(82, HUMANEVAL_X, row -> text(row, "canonical_solution"), BaselinesIT::isFull);
    }

    @Test
    void humaneval_x_solutions_with_a_bug_are_not_right() throws Exception {
        all(82, HUMANEVAL_X, row -> text(row.put("time_limit", 2), "buggy_solution"), BaselinesIT::isLess);
    }

    @Test
    void mbpp_references_are_right() throws Exception {
        all(300, "mbpp/sanitized-mbpp.dev.jsonl", row -> fenced(text(row, "code")), BaselinesIT::isFull);
    }

    @Test
    void leetcode_solutions_are_right_with_the_prelude() throws Exception {
        all(100, "leetcode/leetcode.dev.jsonl", row -> fenced(text(row, "solutions")), BaselinesIT::isFull);
    }

    @ParameterizedTest
    @ValueSource(strings = {"python_correct", "python_buggy"})
    void quixbugs_programs_get_the_verdict_on_record_case_by_case(String version) throws Exception {
        var rows = RealData.rows("quixbugs/quixbugs.jsonl");
        rows.forEach(row -> row.put("time_limit", QUIXBUGS_LIMIT));
        var grades = grading.all(RealData.samples(rows, row -> fenced(text(row, version))));

        assertThat(grades.stream().map(grade -> grade.id() + " " + verdicts(grade)))
                .isEqualTo(rows.stream()
                        .map(row -> text(row, "name") + " " + recorded(row, version))
                        .toList());
    }

    @Test
    void codecontests_references_get_the_fraction_on_record() throws Exception {
        var rows = RealData.rows("codecontests/codecontests.dev.jsonl");
        rows.forEach(row -> row.put("time_limit", CODECONTESTS_LIMIT));
        var grades = grading.all(RealData.samples(rows, row -> fenced(text(row, "reference_python"))));

        assertThat(IntStream.range(0, rows.size())
                        .filter(i -> Grading.reward(grades.get(i)) != recordedFraction(rows.get(i)))
                        .mapToObj(i -> recordedFraction(rows.get(i)) + " expected: " + Grading.describe(grades.get(i))))
                .isEmpty();
        assertThat(rows.stream().filter(row -> recordedFraction(row) == 1)).hasSize(59);
    }

    private static double recordedFraction(ObjectNode row) {
        return row.at("/_baseline/token_equal").asInt() / 10.0;
    }

    private static void all(int count, String file, Function<ObjectNode, String> completion, Predicate<Grade> wanted)
            throws IOException, InterruptedException, ExecutionException {
        List<Sample> samples = RealData.samples(RealData.rows(file), completion);
        var grades = grading.all(samples);
        var others = grades.stream().filter(wanted.negate()).toList();

        assertThat(grades).hasSize(count);
        assertThat(others.stream().map(Grading::describe))
                .as("%d of %d are as they should be, not these", count - others.size(), count)
                .isEmpty();
    }

    private static boolean isFull(Grade grade) {
        return Grading.reward(grade) == 1;
    }

    private static boolean isLess(Grade grade) {
        return Grading.reward(grade) < 1;
    }

    private static String text(ObjectNode row, String field) {
        return row.path(field).asString();
    }

    private static List<String> verdicts(Grade grade) {
        return grade instanceof Grade.Scored scored
                ? scored.cases().stream()
                        .map(CaseResult::verdict)
                        .map(verdict -> verdict.abbreviation())
                        .toList()
                : List.of(Grading.describe(grade));
    }

    /** In our words. What has no JSON form is a wrong answer with us; on record is that it could not be printed. */
    private static List<String> recorded(ObjectNode row, String version) {
        var crash = RETURNS_GENERATORS.contains(text(row, "name")) ? "WA" : "RE";
        return StreamSupport.stream(row.path("_baseline_per_case").path(version).spliterator(), false)
                .map(word -> word.asString().replace("RTE", crash))
                .toList();
    }
}
