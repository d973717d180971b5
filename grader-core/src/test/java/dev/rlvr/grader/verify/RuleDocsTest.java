package dev.rlvr.grader.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.verify.finding.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleDocsTest {

    @Test
    void the_page_lists_every_rule_as_it_is() throws IOException {
        var home = Path.of(Objects.requireNonNull(System.getProperty("grader.home"), "grader.home is not set"));
        var page = Files.readString(home.resolve("docs/verify.md"));

        assertThat(page.lines().filter(line -> line.startsWith("| V")))
                .containsExactlyElementsOf(Stream.of(Rule.values())
                        .map(rule -> "| " + rule.code() + " | "
                                + rule.severity().name().toLowerCase(Locale.ROOT) + " | " + rule.title() + " | "
                                + rule.fix() + " |")
                        .toList());
    }
}
