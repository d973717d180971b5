package dev.rlvr.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

    private static final Path BY_HAND = Path.of("by-hand.json");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_folder_brings_samples_suites_and_policy() throws IOException {
        var samples = file("samples.jsonl");
        var suites = file("suites.json");
        var more = Files.createDirectory(folder.resolve("suites"));
        var policy = file("policy.json");
        file("README.md");

        var inputs = Inputs.find(folder.toString(), List.of(), List.of());

        assertThat(inputs.samples()).isEqualTo(samples);
        assertThat(inputs.suites()).containsExactly(suites, more);
        assertThat(inputs.policy()).contains(policy);
    }

    @Test
    void what_is_given_by_hand_comes_first() throws IOException {
        file("samples.json");
        var suites = file("suites.jsonl");
        file("policy.json");

        var inputs = Inputs.find(folder.toString(), List.of(BY_HAND), List.of(BY_HAND));

        assertThat(inputs.suites()).containsExactly(BY_HAND, suites);
        assertThat(inputs.policy()).contains(BY_HAND);
    }

    @Test
    void a_file_brings_nothing_but_itself() throws IOException {
        var samples = file("mine.jsonl");
        file("suites.json");
        file("policy.json");

        var inputs = Inputs.find(samples.toString(), List.of(), List.of());

        assertThat(inputs).isEqualTo(new Inputs(samples, List.of(), inputs.policy()));
        assertThat(inputs.policy()).isEmpty();
    }

    @Test
    void a_dash_is_stdin() {
        assertThat(Inputs.find("-", List.of(), List.of()).samples()).isEqualTo(Path.of("/dev/stdin"));
    }

    @Test
    void a_folder_without_samples_says_what_it_lacks() {
        assertThatThrownBy(() -> Inputs.find(folder.toString(), List.of(), List.of()))
                .hasMessageContaining("samples.jsonl or samples.json");
    }

    private Path file(String name) throws IOException {
        return Files.createFile(folder.resolve(name));
    }
}
