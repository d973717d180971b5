package dev.rlvr.grader.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.sandbox.SandboxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On an installation of its own, with a language that was invented for it. */
class ImageRecipesTest {

    @TempDir
    private Path home = Path.of("");

    private ImageRecipes recipes = new ImageRecipes(home);

    @BeforeEach
    void install() throws IOException {
        recipes = new ImageRecipes(home);
        put("image/Dockerfile", "ARG BASE\nFROM ${BASE}\nCOPY tools /\n# @image.part@\nCOPY agent /\n");
        put("image/base/Dockerfile", "FROM debian:trixie-slim\n");
        put("image/base/made/Dockerfile", "FROM scratch\n");
        put("image/step", "#!/bin/sh\n");
        put("target/agent/grader-agent", "agent").toFile().setExecutable(true);
        put("target/agent/python/grader_zygote.py", "serve()");
        put("languages/toy/language.yaml", "name: toy\npackages: [zeta, alpha]\nprepare: p.sh\nversion: [toy, -v]\n");
        put("languages/toy/p.sh", "true");
    }

    @Test
    void a_language_is_a_folder_and_nothing_else() throws IOException {
        put("languages/another/language.yaml", "name: another\nversion: [another]\n");
        put("languages/no-language/README.md", "");

        assertThat(recipes.languages()).containsExactly("another", "toy");
        assertThat(recipes.language("another").arguments()).containsEntry("PACKAGES", "");
    }

    @Test
    void the_recipe_names_what_the_language_needs() {
        var arguments = recipes.language("toy").arguments();

        assertThat(arguments)
                .containsEntry("LANGUAGE", "toy")
                .containsEntry("PACKAGES", "alpha zeta")
                .containsEntry("PREPARE", "p.sh")
                .containsEntry("BASE", recipes.base().reference());
        assertThat(recipes.language("toy").context().files())
                .extracting(ContextFile::path)
                .contains(
                        "tools/opt/grader/image/step",
                        "language/opt/grader/languages/toy/p.sh",
                        "agent/opt/grader/bin/grader-agent",
                        "agent/opt/grader/python/grader_zygote.py");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target/agent/grader-agent",
                "target/agent/python/grader_zygote.py",
                "languages/toy/p.sh",
                "languages/toy/image.part",
                "image/step",
                "image/Dockerfile",
                "image/base/made/Dockerfile"
            })
    void an_image_is_stale_when_what_it_was_made_of_has_changed(String path) throws IOException {
        var image = builtNow();
        assertThat(recipes.isFresh(image)).isTrue();

        put(path, "changed\n# @image.part@\n");

        assertThat(recipes.isFresh(image)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tests/test_it.py", "conformance/hello.toy", "README.md", "__pycache__/p.pyc", ".swp"})
    void what_is_not_in_the_image_makes_none_stale(String path) throws IOException {
        var image = builtNow();

        put("languages/toy/" + path, "changed");

        assertThat(recipes.isFresh(image)).isTrue();
    }

    @Test
    void an_image_whose_language_is_gone_is_stale() throws IOException {
        var image = builtNow();
        Files.delete(home.resolve("sandbox-images/languages/toy/language.yaml"));

        assertThat(recipes.isFresh(image)).isFalse();
    }

    @Test
    void another_mirror_makes_another_image() {
        var pinned = new ImageRecipes(home, "https://snapshot.debian.org/archive/debian/20261101T000000Z");

        assertThat(pinned.language("toy").reference())
                .startsWith("rlvr-grader/toy:")
                .isNotEqualTo(recipes.language("toy").reference());
    }

    @Test
    void the_part_of_a_language_stands_in_the_dockerfile() throws IOException {
        put("languages/toy/image.part", "RUN echo more\n");
        var dockerfile = recipes.language("toy").context().files().getFirst();

        try (var text = dockerfile.open()) {
            assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("ARG BASE\nFROM ${BASE}\nCOPY tools /\nRUN echo more\nCOPY agent /\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "packages: [g++, 'a; rm -rf /']|`a; rm -rf /` is not the name of a package",
                "prepare: ../../evil.sh|`../../evil.sh` is not the name of a file",
                "packages: [g++]|version: the command",
                "packages: [g++|language.yaml",
            })
    void a_language_that_cannot_be_read_is_named(String yaml, String said) throws IOException {
        put("languages/toy/language.yaml", yaml + "\n");

        assertThatThrownBy(() -> recipes.language("toy"))
                .isInstanceOf(SandboxException.class)
                .hasMessageContainingAll("toy/language.yaml", said);
    }

    @Test
    void an_unknown_language_and_a_missing_agent_say_what_there_is_and_what_to_do() throws IOException {
        assertThatThrownBy(() -> recipes.language("cobol")).hasMessage("there is no language `cobol`; there are toy");

        Files.delete(home.resolve("sandbox-images/target/agent/grader-agent"));
        assertThatThrownBy(() -> recipes.language("toy")).hasMessageContaining("build it: ./mvnw -DskipTests package");
    }

    private ImageStore.Stored builtNow() {
        var recipe = recipes.language("toy");
        return new ImageStore.Stored(
                "sha256:1", "toy", recipe.tag(), recipe.digest(), ByteSize.mebibytes(1), Instant.EPOCH);
    }

    private Path put(String path, String text) throws IOException {
        var file = home.resolve("sandbox-images").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
