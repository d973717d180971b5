package dev.rlvr.grader.suite;

import static dev.rlvr.grader.model.Verdict.ACCEPTED;
import static dev.rlvr.grader.model.Verdict.COMPILE_ERROR;
import static dev.rlvr.grader.model.Verdict.MEMORY_LIMIT;
import static dev.rlvr.grader.model.Verdict.OUTPUT_LIMIT;
import static dev.rlvr.grader.model.Verdict.RUNTIME_ERROR;
import static dev.rlvr.grader.model.Verdict.SKIPPED;
import static dev.rlvr.grader.model.Verdict.TIME_LIMIT;
import static dev.rlvr.grader.model.Verdict.WRONG_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.suite.Expectation.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    private static Optional<String> broken(Expectation expectation, Verdict... verdicts) {
        var results = new ArrayList<CaseResult>();
        for (var verdict : verdicts) {
            results.add(CaseResult.notRun("secret/" + results.size(), verdict, ""));
        }
        return expectation.broken(results);
    }

    private static Expectation of(Clause... clauses) {
        return new Expectation(List.of(clauses), Set.of());
    }

    @Test
    void what_it_earns_in_all_is_the_first_verdict_that_is_not_accepted() {
        var expectation = new Expectation(List.of(), Set.of(TIME_LIMIT));

        assertThat(broken(expectation, ACCEPTED, TIME_LIMIT, WRONG_ANSWER)).isEmpty();
        assertThat(broken(expectation, WRONG_ANSWER, TIME_LIMIT))
                .contains("should get TIME_LIMIT, but gets WRONG_ANSWER");
        assertThat(broken(expectation, ACCEPTED)).isPresent();
    }

    @Test
    void every_test_must_get_what_is_permitted_and_some_test_what_is_required() {
        var expectation = of(new Clause("", _ -> true, Set.of(ACCEPTED, WRONG_ANSWER), Set.of(WRONG_ANSWER)));

        assertThat(broken(expectation, ACCEPTED, WRONG_ANSWER, SKIPPED)).isEmpty();
        assertThat(broken(expectation, ACCEPTED, ACCEPTED)).isPresent();
        assertThat(broken(expectation, WRONG_ANSWER, TIME_LIMIT))
                .contains("may get ACCEPTED or WRONG_ANSWER, but gets TIME_LIMIT in test secret/1");
    }

    @Test
    void a_clause_may_be_about_some_tests_only() {
        var expectation = of(new Clause("secret/1", "secret/1"::equals, Set.of(ACCEPTED), Set.of()));

        assertThat(broken(expectation, WRONG_ANSWER, ACCEPTED)).isEmpty();
        assertThat(broken(expectation, ACCEPTED, WRONG_ANSWER)).isPresent();
    }

    @Test
    void too_much_memory_is_an_error_of_the_run() {
        assertThat(broken(new Expectation(List.of(), Set.of(RUNTIME_ERROR)), MEMORY_LIMIT))
                .isEmpty();
    }

    @Test
    void too_much_output_is_an_error_of_the_run_or_comes_from_a_program_without_end() {
        assertThat(broken(new Expectation(List.of(), Set.of(RUNTIME_ERROR)), OUTPUT_LIMIT))
                .isEmpty();
        assertThat(broken(new Expectation(List.of(), Set.of(TIME_LIMIT)), OUTPUT_LIMIT))
                .isEmpty();
        assertThat(broken(
                        of(new Clause("", _ -> true, Set.of(ACCEPTED, TIME_LIMIT), Set.of(TIME_LIMIT))), OUTPUT_LIMIT))
                .isEmpty();
        assertThat(broken(new Expectation(List.of(), Set.of(WRONG_ANSWER)), OUTPUT_LIMIT))
                .contains("should get WRONG_ANSWER, but gets OUTPUT_LIMIT");
    }

    @Test
    void a_program_that_is_too_large_to_build_is_an_error_of_the_run() {
        var runs = new Expectation(List.of(), Set.of(RUNTIME_ERROR, WRONG_ANSWER));

        assertThat(runs.broken(List.of(CaseResult.notRun(
                        "1",
                        COMPILE_ERROR,
                        "g++: internal compiler error: File size limit exceeded signal terminated as"))))
                .isEmpty();
        assertThat(runs.broken(List.of(CaseResult.notRun("1", COMPILE_ERROR, "a.cc:1: error: expected ';'"))))
                .contains("should get WRONG_ANSWER or RUNTIME_ERROR, but gets COMPILE_ERROR");
    }
}
