package dev.rlvr.grader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.language.Language;
import dev.rlvr.grader.language.LanguageRegistry;
import dev.rlvr.grader.language.LocalToolchains;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.local.Installation;
import dev.rlvr.grader.sandbox.local.LocalSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every language of this machine passes the same programs, at every isolation level that can be had here. */
@Tag("languages")
class ConformanceIT {

    private static final Path HOME = RealData.home();
    private static final LanguageRegistry LANGUAGES = LanguageRegistry.load(HOME.resolve("sandbox-images/languages"));
    private static final Installation INSTALLATION = Installation.under(HOME).showing(LANGUAGES.paths());
    private static final LocalToolchains TOOLCHAINS = new LocalToolchains(INSTALLATION.prepared());

    private static boolean installed(Language language) {
        try {
            return TOOLCHAINS.version(language).isPresent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<Isolation> levels() throws IOException {
        var root = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        return root ? List.of(Isolation.NAMESPACES, Isolation.UID) : List.of(Isolation.NAMESPACES);
    }

    @Test
    void the_machine_has_enough_languages_for_this_to_mean_something() {
        assertThat(LANGUAGES.all().stream().filter(ConformanceIT::installed).map(Language::name))
                .contains("python", "c", "cpp", "java", "javascript", "perl", "bash");
    }

    @TestFactory
    Stream<DynamicContainer> every_program_of_every_language_ends_as_it_should() throws IOException {
        return levels().stream()
                .map(level -> DynamicContainer.dynamicContainer(
                        level.name(),
                        LANGUAGES.all().stream()
                                .filter(language -> !language.isVariant()
                                        || !language.name().startsWith("java"))
                                .filter(ConformanceIT::installed)
                                .map(language ->
                                        DynamicTest.dynamicTest(language.name(), () -> passesAll(language, level)))));
    }

    private static void passesAll(Language language, Isolation level) throws Exception {
        try (var sandbox = new LocalSandbox(INSTALLATION, 2, Optional.of(level))) {
            var conformance = new Conformance(LANGUAGES, sandbox);
            assertThat(conformance.failures(language)).isEmpty();
        }
    }
}
