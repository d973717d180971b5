package dev.rlvr.grader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.images.BuildOptions;
import dev.rlvr.grader.images.ImageBuilder;
import dev.rlvr.grader.images.ImageRecipes;
import dev.rlvr.grader.language.Language;
import dev.rlvr.grader.language.LanguageRegistry;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.docker.DockerEngine;
import dev.rlvr.grader.sandbox.docker.Engines;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Languages pass the same programs in containers as on the machine itself, each in its own image, which is built first
 * where it is missing. Which languages: {@code -Dgrader.images=cpp,go} or {@code all}, which {@code .ci/languages} does.
 */
@Tag("docker")
class ContainerConformanceIT {

    private static final String WANTED = System.getProperty("grader.images", "bash");
    private static final LanguageRegistry LANGUAGES =
            LanguageRegistry.load(Engines.HOME.resolve("sandbox-images/languages"));
    private static final DockerEngine ENGINE = Engines.here();

    @AfterAll
    static void close_the_engine() {
        ENGINE.close();
    }

    private static List<Language> wanted() {
        var names = Arrays.asList(WANTED.split(","));
        Predicate<Language> wanted = language -> WANTED.equals("all") || names.contains(language.base());
        var found = LANGUAGES.all().stream().filter(wanted).toList();
        assertThat(found).hasSizeGreaterThanOrEqualTo(names.size());
        return found;
    }

    @TestFactory
    Stream<DynamicContainer> every_program_of_every_language_ends_in_a_container_as_it_should() {
        return wanted().stream()
                .map(language -> DynamicContainer.dynamicContainer(
                        language.name(),
                        Stream.concat(
                                Stream.of(DynamicTest.dynamicTest(
                                        "image", () -> builder().ensure(language.base()))),
                                Stream.of(Isolation.values())
                                        .map(level -> DynamicTest.dynamicTest(
                                                level.name(), () -> passesAll(language, level))))));
    }

    private static ImageBuilder builder() {
        return new ImageBuilder(ENGINE, new ImageRecipes(Engines.HOME), BuildOptions.DEFAULT, (_, _, _, _) -> {});
    }

    private static void passesAll(Language language, Isolation level) throws Exception {
        try (var sandbox = Engines.openLanguages(ENGINE, 1, level)) {
            assertThat(new Conformance(LANGUAGES, sandbox).failures(language)).isEmpty();
        }
    }
}
