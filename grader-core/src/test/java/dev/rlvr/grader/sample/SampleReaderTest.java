package dev.rlvr.grader.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleReaderTest {

    private static final String A = "{\"id\": \"a\", \"completion\": \"x\", \"suite\": \"s\"}";
    private static final String B = "{\"id\": \"b\", \"completion\": \"y\", \"suite\": \"s\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                A + "\n" + B,
                A + "\r\n\r\n" + B + "\n\n",
                "[" + A + "," + B + "]",
                "\uFEFF[\n" + A + ",\n" + B + "\n]\n"
            })
    void lines_and_arrays_are_the_same(String text) throws IOException {
        assertThat(read(text)).containsExactly("a", "b");
        assertThat(read(gzip(text))).containsExactly("a", "b");
    }

    @Test
    void rows_without_an_id_are_named_by_their_number() {
        var row = "{\"completion\": \"x\", \"suite\": \"s\"}";

        assertThat(read(row + "\n\n" + row + "\n" + A + "\n" + row)).containsExactly("1", "2", "a", "4");
    }

    @Test
    void completions_of_a_task_are_counted_over_the_file() {
        var rows = """
                {"task_id": "T/0", "completion": "a"}
                {"task_id": "T/1", "completion": "b"}
                {"task_id": "T/0", "completions": ["c", "d"]}
                {"task_id": "T/0", "solution": "e"}
                {"task_id": "T/0", "id": "mine", "completions": ["f"]}
                """;

        assertThat(read(rows)).containsExactly("T/0#0", "T/1#0", "T/0#1", "T/0#2", "T/0#3", "mine#0");
    }

    @Test
    void a_bad_row_costs_only_itself() {
        assertThat(read(A + "\nnonsense\n{\"id\": \"c\"}\n5\n" + B))
                .containsExactly(
                        "a",
                        "samples.jsonl:2! samples.jsonl:2: not readable as JSON",
                        "c! samples.jsonl:3: completion: is missing",
                        "samples.jsonl:4! samples.jsonl:4: is a number",
                        "b");
        assertThat(read("[" + A + ",\n{\"x\" 1},\n" + B + "]"))
                .containsExactly("a", "samples.jsonl:2! samples.jsonl:2: not readable as JSON", "b");
    }

    @Test
    void a_broken_array_ends_with_a_bad_row() {
        assertThat(read("[" + A + ",\n" + B))
                .containsExactly("a", "samples.jsonl:2! samples.jsonl:2: the array does not end");
    }

    @Test
    void a_key_that_occurs_twice_makes_a_row_bad() {
        assertThat(read("{\"completion\": \"a\", \"completion\": \"b\"}"))
                .first()
                .asString()
                .contains("not readable as JSON: Dup");
    }

    @Test
    void a_cut_gzip_file_ends_with_a_bad_row() throws IOException {
        var packed = gzip((A + "\n").repeat(50_000));

        assertThat(read(Arrays.copyOf(packed, packed.length - 20)))
                .last()
                .asString()
                .contains("cannot be read any further");
    }

    @Test
    void a_row_above_64_megabytes_is_refused_and_the_next_one_read() {
        var large = new byte[65 << 20];
        Arrays.fill(large, (byte) 'x');
        var rest = ("\n" + A).getBytes(StandardCharsets.UTF_8);
        var stream = new SequenceInputStream(new ByteArrayInputStream(large), new ByteArrayInputStream(rest));

        assertThat(read(stream))
                .containsExactly("samples.jsonl:1! samples.jsonl:1: the row has " + large.length + " bytes", "a");
    }

    @Test
    void a_file_that_is_not_there_is_an_error(@TempDir Path folder) {
        var file = folder.resolve("none.jsonl");

        assertThatThrownBy(() -> SampleReader.open(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(file + ": cannot be read");
    }

    @Test
    void a_file_is_named_in_its_problems(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("x.jsonl"), "5\n");
        try (var reader = SampleReader.open(file)) {
            assertThat(reader.next())
                    .isEqualTo(new SampleRow.Bad(
                            file + ":1", file + ":1: is a number; write an object with completion or messages"));
            assertThat(reader.hasNext()).isFalse();
        }
    }

    private static List<String> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(byte[] bytes) {
        return read(new ByteArrayInputStream(bytes));
    }

    /** Ids of good rows; id and the beginning of the problem of bad ones. */
    private static List<String> read(InputStream stream) {
        var shown = new ArrayList<String>();
        try (var reader = SampleReader.open(stream, "samples.jsonl")) {
            reader.forEachRemaining(row -> shown.add(
                    switch (row) {
                        case SampleRow.Good(var sample) -> sample.id();
                        case SampleRow.Bad(var id, var problem) -> id + "! " + beginning(problem);
                    }));
        }
        return shown;
    }

    private static String beginning(String problem) {
        return problem.split("(?<=JSON)(?=: Un)|[,;]", 2)[0];
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
