package dev.rlvr.grader.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.model.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageRegistryTest {

    @TempDir
    Path folder;

    private Language only(String lines) throws IOException {
        LanguageFolder.write(folder, "toy", lines);
        return LanguageRegistry.load(folder).find("toy").orElseThrow();
    }

    @Test
    void a_folder_is_all_that_a_language_needs() throws IOException {
        var toy = only("");
        assertThat(toy.run().argv()).containsExactly("sh", "{source}");
        assertThat(toy.build()).isEmpty();
        assertThat(toy.warm()).isFalse();
        assertThat(toy.fenced()).isFalse();
        assertThat(toy.allowance()).isEqualTo(Allowance.NONE);
        assertThat(toy.fences()).containsExactly("toy");
    }

    @Test
    void it_is_found_by_every_name_in_any_case() throws IOException {
        only("aliases: [T++, plaything]");
        var registry = LanguageRegistry.load(folder);
        assertThat(registry.find("t++")).isPresent();
        assertThat(registry.find("Plaything")).isPresent();
        assertThat(registry.find("cobol")).isEmpty();
    }

    @Test
    void a_build_has_limits_of_its_own() throws IOException {
        var build = only("build: {argv: [cc], cpu: 5 s, memory: 1 GiB}").build().orElseThrow();
        assertThat(build.cpu()).isEqualTo(Duration.ofSeconds(5));
        assertThat(build.wall()).isEqualTo(Duration.ofSeconds(60));
        assertThat(build.memory()).isEqualTo(ByteSize.gibibytes(1));
    }

    @Test
    void a_variant_changes_what_it_names_and_keeps_the_rest() throws IOException {
        only("""
                aliases: [t]
                allowance: {cpu: 20 ms, memory: 1 MiB}
                variants:
                  toy2: {title: Toy 2, aliases: [t2], fences: [two], allowance: {cpu: 30 ms}, run: {env: {A: b}}}
                """);
        var variant = LanguageRegistry.load(folder).find("t2").orElseThrow();
        assertThat(variant.name()).isEqualTo("toy2");
        assertThat(variant.base()).isEqualTo("toy");
        assertThat(variant.allowance())
                .isEqualTo(new Allowance(Duration.ofMillis(30), Duration.ZERO, ByteSize.mebibytes(1)));
        assertThat(variant.run()).isEqualTo(new Command(List.of("sh", "{source}"), List.of("A=b")));
        assertThat(variant.fences()).containsExactlyInAnyOrder("toy", "t", "toy2", "t2", "two");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            colour: red             | toy/language.yaml:6: `colour` is not a field here
            stack: 5 bytes          | `stack` must be a size such as 64 MiB, not 5 bytes
            allowance: {cpu: soon}  | toy/language.yaml:6: `allowance.cpu` must be a time such as 300 ms or 30 s
            memory: much            | `memory` must be tree or address-space
            warm: maybe             | `warm` must be true or false
            build: {}               | `build.argv` is missing or empty
            aliases: t              | `aliases` is not a list
            title: again            | toy/language.yaml:6: `title` is there twice
            inline: {run: {argv: [x]}} | `inline.files` is missing
            {                       | toy/language.yaml:7: not readable as YAML
            """)
    void what_is_wrong_is_told_with_line_and_field(String line, String problem) throws IOException {
        LanguageFolder.write(folder, "toy", line);
        assertThatThrownBy(() -> LanguageRegistry.load(folder))
                .isInstanceOf(LanguageException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void no_name_belongs_to_two_languages() throws IOException {
        LanguageFolder.write(folder, "toy", "aliases: [x]");
        LanguageFolder.write(folder, "tool", "aliases: [x]");
        assertThatThrownBy(() -> LanguageRegistry.load(folder)).hasMessageContaining("`x` is already a name of tool");
    }

    @Test
    void the_problems_of_all_files_are_told_at_once() throws IOException {
        LanguageFolder.write(folder, "one", "colour: red");
        LanguageFolder.write(folder, "two", "colour: red");
        assertThatThrownBy(() -> LanguageRegistry.load(folder))
                .hasMessageContaining("one/language.yaml")
                .hasMessageContaining("two/language.yaml");
    }

    @Test
    void a_folder_without_a_description_is_left_alone() throws IOException {
        Files.createDirectory(folder.resolve("tests"));
        assertThat(LanguageRegistry.load(folder).all()).isEmpty();
    }
}
