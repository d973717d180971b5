package dev.rlvr.grader.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.TestCase.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteTest {

    @Test
    void some_of_the_tests_are_in_some_of_the_groups() {
        var sample = new TestCase("1", "sample", 1, new Check.Call("[1]", "1"));
        var secret = new TestCase("2", "secret", 1, new Check.Call("[2]", "2"));
        var suite = new Suite(
                "double",
                "python",
                new Mode.Function("double"),
                "",
                "",
                "",
                List.of(new TestGroup("sample", 1), new TestGroup("secret", 2)),
                List.of(sample, secret),
                Limits.DEFAULT,
                new CheckerSpec.JsonValue(0, 0),
                ScoringSpec.FRACTION);

        assertThat(suite.withCases(List.of(secret)).groups()).containsExactly(new TestGroup("secret", 2));
        assertThat(suite.withCases(List.of(secret, sample)).groups()).isEqualTo(suite.groups());
    }
}
