package dev.rlvr.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.language.LanguageRegistry;
import dev.rlvr.grader.report.LanguageTable.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTableTest {

    private static final LanguageRegistry LANGUAGES = LanguageRegistry.load(
            Path.of(System.getProperty("grader.home", "..")).resolve("sandbox-images/languages"));

    private static String line(String language, Optional<String> version, Optional<String> problem, boolean image) {
        var entry = new Entry(LANGUAGES.find(language).orElseThrow(), version, problem, image);
        return new LanguageTable(200).lines(List.of(entry)).get(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            14.2 | true  | local, docker
            14.2 | false | local
                 | true  | docker
                 | false | -
            """)
    void backends_are_those_that_have_it(String version, boolean image, String backends) {
        assertThat(line("cpp", Optional.ofNullable(version), Optional.empty(), image))
                .containsPattern("cpp +\\S+ +" + backends + " +rlvr-grader/cpp");
    }

    @Test
    void one_that_cannot_be_prepared_is_broken_and_on_no_backend() {
        assertThat(line("cpp", Optional.empty(), Optional.of("why"), false))
                .containsPattern("cpp +broken +- +rlvr-grader/cpp");
    }
}
