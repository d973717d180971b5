package dev.rlvr.grader.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.model.Sample.SuiteRef;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteRepositoryTest {

    @TempDir
    private Path folder;

    @Test
    void a_folder_is_searched_to_the_bottom() throws IOException {
        write("a.jsonl", row("a/1", 1) + "\n\n" + row("a/2", 2));
        write("deep/er/b.json", "[" + row("b", 3) + ",\n" + row("c", 4) + "]");
        write("deep/c.json", "{\"suites\": [" + row("d", 5) + "]}");
        write("deep/d.json", row("e", 6));
        write("deep/notes.txt", "nothing to see");
        write(".hidden.json", "nothing either");
        var suites = SuiteRepository.open(List.of(folder));

        assertThat(suites.ids()).containsExactlyInAnyOrder("a/1", "a/2", "b", "c", "d", "e");
        assertThat(List.of("a/1", "a/2", "b", "c", "d", "e"))
                .extracting(id -> expected(find(suites, id)))
                .containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void rows_without_an_id_are_named_after_file_and_row() throws IOException {
        var file = write("plain.jsonl", "{\"tests\": [\"assert f(1)\"]}\n\n{\"tests\": [\"assert f(2)\"]}");

        assertThat(SuiteRepository.open(List.of(file)).ids()).containsExactlyInAnyOrder("plain/1", "plain/2");
    }

    @Test
    void a_name_is_an_id_or_the_last_part_of_one_if_no_other_has_it() throws IOException {
        var file = write("a.jsonl", row("x/1", 1) + "\n" + row("y/1", 2) + "\n" + row("x/2", 3) + "\n" + row("1", 4));
        var suites = SuiteRepository.open(List.of(file));

        assertThat(expected(find(suites, "1"))).isEqualTo("4");
        assertThat(expected(find(suites, "2"))).isEqualTo("3");
        assertThat(expected(find(suites, " x/1 "))).isEqualTo("1");
    }

    @Test
    void names_that_no_file_has_are_looked_for_in_the_store() throws IOException {
        var file = write("a.jsonl", row("here", 1));
        var stored = new HashMap<>(Map.of("here", row("here", 2), "there", row("there", 3)));
        var suites = SuiteRepository.open(List.of(file)).or(name -> Optional.ofNullable(stored.get(name)));

        assertThat(expected(find(suites, "here"))).isEqualTo("1");
        assertThat(expected(find(suites, "there"))).isEqualTo("3");
        assertThatThrownBy(() -> find(suites, "nowhere")).isInstanceOf(SuiteException.class);
        stored.put("there", row("there", 4));
        assertThat(expected(find(suites, "there"))).isEqualTo("4");
    }

    @Test
    void a_stored_suite_without_an_id_has_its_name() {
        var suites = SuiteRepository.empty().or(_ -> Optional.of("{\"tests\": [\"assert f(1)\"]}"));

        assertThat(find(suites, "sums/1").id()).isEqualTo("sums/1");
    }

    @Test
    void an_unknown_name_is_answered_with_similar_ones() throws IOException {
        var file = write("a.jsonl", row("HumanEval/1", 1) + "\n" + row("Python/1", 2));
        var suites = SuiteRepository.open(List.of(file));

        assertThatThrownBy(() -> find(suites, "1"))
                .hasMessage("no suite is named 1; did you mean HumanEval/1 or Python/1?");
        assertThatThrownBy(() -> find(suites, "humaneval/1")).hasMessageContaining("did you mean HumanEval/1");
        assertThatThrownBy(() -> find(suites, "HumanEvla/9")).hasMessageContaining("did you mean HumanEval/1?");
        assertThatThrownBy(() -> find(suites, "q".repeat(1000)))
                .hasMessage("no suite is named " + "q".repeat(80) + "...; none has a similar name");
        assertThatThrownBy(() -> find(SuiteRepository.empty(), "x"))
                .hasMessage("no suite is named x; no suites were given, name their files with --suites");
    }

    @Test
    void every_problem_of_every_file_is_reported_at_once() throws IOException {
        var bad = write("bad.jsonl", "{\"a\": 1}\n" + row("x", 1) + "\nnonsense\n{\"tests\": [5]}\n");
        var cut = write("cut.json", "[" + row("y", 1) + ",");
        write("empty/readme.txt", "");
        var empty = write("empty.jsonl", "\n");

        assertThatThrownBy(() -> SuiteRepository.open(List.of(
                        bad, cut, empty, folder.resolve("empty"), folder.resolve("none.json"), folder.resolve("x.gz"))))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        e -> assertThat(e.problems())
                                .zipSatisfy(
                                        List.of(
                                                "empty: no .json or .jsonl file is below this folder",
                                                "x.gz: is neither .json nor .jsonl",
                                                "bad.jsonl:1: no tests found (a is a number)",
                                                "bad.jsonl:3: not readable as JSON",
                                                "bad.jsonl:4: no tests found (tests is a list)",
                                                "cut.json:1: the array does not end",
                                                "empty.jsonl: holds no suite",
                                                "none.json: cannot be read"),
                                        (problem, expected) ->
                                                assertThat(problem).contains(expected)));
    }

    @Test
    void an_id_may_occur_twice_only_with_the_same_suite() throws IOException {
        var once = write("a.jsonl", row("x", 1));
        var same = write("b.jsonl", "\n" + row("x", 1));
        var other = write("c.jsonl", row("x", 2));

        assertThat(SuiteRepository.open(List.of(once, same)).ids()).containsExactly("x");
        assertThatThrownBy(() -> SuiteRepository.open(List.of(once, other)))
                .hasMessage(other + ":1: id: x is also the id of another suite, at " + once
                        + ":1; choose another, or remove one of the two");
    }

    @Test
    void a_file_given_twice_is_read_once() throws IOException {
        var file = write("a.jsonl", row("x", 1));

        assertThat(SuiteRepository.open(List.of(file, folder, file)).ids()).containsExactly("x");
    }

    @Test
    void inline_suites_are_read_and_kept() {
        var suites = SuiteRepository.empty();
        var inline = new SuiteRef.Inline(row("x", 1));

        assertThat(suites.find(inline)).isSameAs(suites.find(new SuiteRef.Inline(row("x", 1))));
        assertThatThrownBy(() -> suites.find(new SuiteRef.Inline("{}"))).hasMessageContaining("no tests found");
        assertThatThrownBy(() -> suites.find(new SuiteRef.Missing("nowhere"))).hasMessage("nowhere");
    }

    @Test
    void a_file_that_is_gone_is_an_error_and_no_other_suite() throws IOException {
        var file = write("a.jsonl", row("x", 1));
        var suites = SuiteRepository.open(List.of(file));
        Files.delete(file);

        assertThatThrownBy(() -> find(suites, "x"))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void many_large_rows_are_opened_without_being_kept() throws IOException {
        var file = folder.resolve("large.jsonl");
        var rows = 2_000;
        try (var writer = Files.newBufferedWriter(file)) {
            for (var i = 0; i < rows; i++) {
                large(writer, i);
            }
        }
        var suites = SuiteRepository.open(List.of(file));

        assertThat(suites.ids()).hasSize(rows);
        IntStream.range(0, rows)
                .parallel()
                .forEach(i -> assertThat(expected(find(suites, "s/" + i))).isEqualTo(String.valueOf(i)));
    }

    private static void large(BufferedWriter writer, int number) throws IOException {
        writer.write("{\"id\": \"s/" + number + "\", \"inputs\": [\"" + "1 ".repeat(10_000) + "\"], \"outputs\": [\""
                + number + "\"]}\n");
    }

    private static Suite find(SuiteRepository suites, String name) {
        return suites.find(new SuiteRef.Named(name));
    }

    private static String expected(Suite suite) {
        return ((TestCase.Check.Stdio) suite.cases().getFirst().check()).expected();
    }

    private static String row(String id, int expected) {
        return "{\"id\": \"" + id + "\", \"inputs\": [\"\"], \"outputs\": [\"" + expected + "\"]}";
    }

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
