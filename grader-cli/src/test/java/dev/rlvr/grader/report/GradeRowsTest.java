package dev.rlvr.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.testing.Grades;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradeRowsTest {

    @Test
    void a_scored_row_is_what_trainers_read() {
        var grade = Grades.scored("a", "sum", Verdict.WRONG_ANSWER, 0.25, Duration.ofMillis(3));

        assertThat(GradeRows.line(grade))
                .isEqualTo("{\"id\":\"a\",\"aggregate_reward_score\":0.25,\"metrics_list\":["
                        + "{\"name\":\"correctness\",\"value\":0.25,\"type\":\"Reward\"},"
                        + "{\"name\":\"tests_passed\",\"value\":0.25,\"type\":\"Metric\"}],"
                        + "\"status\":\"scored\",\"verdict\":\"WRONG_ANSWER\",\"cases\":["
                        + "{\"id\":\"1\",\"verdict\":\"WRONG_ANSWER\",\"cpu_us\":3000,\"wall_us\":6000,"
                        + "\"memory_bytes\":9437184,\"note\":\"expected 3, got 4\"}],"
                        + "\"extraction\":\"fence:last\",\"isolation\":\"namespaces\",\"task\":\"sum\"}");
    }

    @Test
    void an_ungraded_row_has_no_score_and_says_whose_fault_it_is() {
        assertThat(GradeRows.line(Grades.ungraded("a", Fault.SUITE)))
                .isEqualTo("{\"id\":\"a\",\"aggregate_reward_score\":null,\"metrics_list\":[],"
                        + "\"status\":\"ungraded\",\"verdict\":null,\"cases\":[],\"extraction\":\"\",\"isolation\":\"\","
                        + "\"task\":\"task of a\",\"fault\":{\"kind\":\"suite\",\"reason\":\"there is a reason\"}}");
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void a_scored_row_comes_back_as_it_was(Verdict verdict) {
        var grade = Grades.scored("a", "sum", verdict, 0.1, Duration.ofMillis(3));

        assertThat(GradeRows.read(GradeRows.line(grade))).contains(grade);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void an_ungraded_row_comes_back_as_it_was(Fault fault) {
        var grade = Grades.ungraded("a", fault);

        assertThat(GradeRows.read(GradeRows.line(grade))).contains(grade);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\"\\", "\0\033[2J", "h\u00e9 \u6f22 \ud83d\ude00", "\ud83d", "\u2028"})
    void any_text_is_one_line_of_ascii_and_comes_back(String text) {
        var test = CaseResult.notRun(text, Verdict.SKIPPED, text);
        var grade = new Grade.Scored(text, text, -1, Verdict.NO_CODE, List.of(), List.of(test), text, text, text);

        var line = GradeRows.line(grade);

        assertThat(line).matches("[ -~]+");
        assertThat(GradeRows.read(line)).contains(grade);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "null", "[]", "7", "{\"id\":\"a\",\"status\":\"scored\"}", "\0\0\0"})
    void what_is_not_a_row_is_not_read(String line) {
        assertThat(GradeRows.read(line)).isEmpty();
    }
}
