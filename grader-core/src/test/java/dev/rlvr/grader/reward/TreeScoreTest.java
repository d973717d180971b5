package dev.rlvr.grader.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.ScoreGroup;
import dev.rlvr.grader.model.ScoreGroup.Aggregation;
import dev.rlvr.grader.model.ScoreGroup.Member;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeScoreTest {

    private static final Map<String, TreeScore.Points> RESULTS = Map.of(
            "good", new TreeScore.Points(true, Double.NaN),
            "half", new TreeScore.Points(true, 5),
            "bad", new TreeScore.Points(false, Double.NaN));

    private static double score(Aggregation aggregation, boolean stops, String... tests) {
        return points(group(aggregation, stops, tests)).score();
    }

    private static TreeScore.Points points(ScoreGroup group) {
        return new TreeScore(test -> Objects.requireNonNull(RESULTS.get(test))).of(group);
    }

    private static ScoreGroup group(Aggregation aggregation, boolean stops, String... tests) {
        var members = List.of(tests).stream().<Member>map(Member.Test::new).toList();
        return new ScoreGroup("group", members, aggregation, 10, 1, 0, 25, stops);
    }

    @ParameterizedTest
    @CsvSource({"SUM, 16", "LEAST, 1", "GREATEST, 10", "ALL, 0"})
    void tests_are_put_together_as_the_group_says(Aggregation aggregation, double score) {
        assertThat(score(aggregation, false, "good", "half", "bad")).isEqualTo(score);
    }

    @Test
    void a_group_of_which_all_passed_is_worth_its_most() {
        assertThat(score(Aggregation.ALL, false, "good", "half")).isEqualTo(25);
    }

    @Test
    void a_group_is_worth_no_more_than_its_most() {
        assertThat(score(Aggregation.SUM, false, "good", "good", "good")).isEqualTo(25);
    }

    @Test
    void nothing_counts_behind_a_rejection_where_the_group_stops_at_it() {
        assertThat(score(Aggregation.SUM, true, "good", "bad", "good")).isEqualTo(11);
        assertThat(score(Aggregation.SUM, false, "good", "bad", "good")).isEqualTo(21);
    }

    @Test
    void groups_count_inside_of_groups() {
        var inner = new Member.Group(group(Aggregation.LEAST, true, "good", "half"));
        var outer =
                new ScoreGroup("", List.of(inner, new Member.Test("good")), Aggregation.SUM, 100, 0, 0, 1000, false);

        assertThat(points(outer)).isEqualTo(new TreeScore.Points(true, 105));
    }
}
