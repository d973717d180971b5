package dev.rlvr.grader.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.CheckerSpec;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageCheckerTest {

    @ParameterizedTest
    @CsvSource({
        // case, space, tolerance, output, answer, accepted
        "false, false, 0, 'YES  1', 'yes 1', true",
        "true, false, 0, 'YES', 'yes', false",
        "false, false, 0, '1.0', '1', false",
        "false, false, 0.01, '1.001', '1', true",
        "false, false, 0.01, '1.1', '1', false",
        "false, false, 0.01, 'x 1e0', 'X 1', true",
        "false, false, 0, 'a', 'a b', false",
        "false, true, 0, 'a b', 'a b', true",
        "false, true, 0, 'a  b', 'a b', false",
        "false, true, 0, ' a', 'a', false",
        "false, true, 0, 'a ', 'a', false",
        "false, true, 0, '', '', true",
    })
    void outputs_are_compared_as_packages_say(
            boolean caseSensitive,
            boolean spaceSensitive,
            double tolerance,
            String output,
            String answer,
            boolean good) {
        var checker = Checkers.of(new CheckerSpec.PackageDefault(caseSensitive, spaceSensitive, tolerance, tolerance));

        var result = checker.check(output.getBytes(StandardCharsets.UTF_8), answer.getBytes(StandardCharsets.UTF_8));

        assertThat(result instanceof CheckResult.Accepted).isEqualTo(good);
    }
}
