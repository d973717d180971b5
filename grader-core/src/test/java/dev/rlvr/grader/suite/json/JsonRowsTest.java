package dev.rlvr.grader.suite.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonRowsTest {

    static Stream<Arguments> streams() {
        return Stream.of(
                arguments("", List.of()),
                arguments(" \n\n", List.of()),
                arguments("{}\n[1]\n", List.of("1 {}", "2 [1]")),
                arguments("{}\r\n\r\n 5", List.of("1 {}\r", "3 5")),
                arguments("\uFEFF{}", List.of("1 {}")),
                arguments("[]", List.of()),
                arguments("\uFEFF [ ] ", List.of()),
                arguments("[{},\n {\"a\": [1, \"],\\\"\"]}\n]", List.of("1 {}", "2 {\"a\": [1, \"],\\\"\"]}\n")),
                arguments("[1,\"x\",null]", List.of("1 1", "1 \"x\"", "1 null")),
                arguments("[1,,2]", List.of("1 1", "1 ", "1 2")),
                arguments("[1,]", List.of("1 1", "1 ")),
                arguments("[{\"a\" 1}, 2]", List.of("1 {\"a\" 1}", "1 2")),
                arguments("[1", List.of("1! the array does not end")),
                arguments("[1,\n", List.of("1 1", "2! the array does not end")),
                arguments("[\"1]", List.of("1! the array does not end")),
                arguments("[1]\n[2]", List.of("1 1", "2! text follows the end of the array")),
                arguments("[1234567890123]", List.of("1! the row has 13 bytes")),
                arguments("1234567890123\n2", List.of("1! the row has 13 bytes", "2 2")));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void a_stream_is_cut_into_rows(String text, List<String> expected) throws IOException {
        try (var rows = JsonRows.of(stream(text), text.contains("1234") ? 12 : 1000)) {
            assertThat(shown(rows))
                    .zipSatisfy(expected, (row, start) -> assertThat(row).startsWith(start));
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void a_row_can_be_found_again_by_its_offset(String text, List<String> expected) throws IOException {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        try (var rows = JsonRows.of(new ByteArrayInputStream(utf8))) {
            while (rows.hasNext()) {
                if (rows.next() instanceof JsonRows.Row.Text row) {
                    var at = (int) row.offset();
                    assertThat(Arrays.copyOfRange(utf8, at, at + row.utf8().length))
                            .isEqualTo(row.utf8());
                }
            }
        }
        assertThat(expected).isNotNull();
    }

    @Test
    void rows_across_the_edges_of_the_buffer_stay_whole() throws IOException {
        var expected = new ArrayList<String>();
        for (var i = 0; i < 300; i++) {
            expected.add("\"" + "x".repeat(i * 7) + "\"");
        }
        try (var lines = JsonRows.of(stream(String.join("\n", expected)));
                var elements = JsonRows.of(stream("[" + String.join(",", expected) + "]"))) {
            assertThat(texts(lines)).isEqualTo(expected);
            assertThat(texts(elements)).isEqualTo(expected);
        }
    }

    @Test
    void a_stream_that_fails_ends_with_a_problem() throws IOException {
        var failing = new InputStream() {
            private int left = 4;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("disk on fire");
                }
                return left == 1 ? '\n' : '1';
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                target[offset] = (byte) read();
                return 1;
            }
        };
        try (var rows = JsonRows.of(failing)) {
            assertThat(shown(rows)).hasSize(2).last().asString().contains("disk on fire");
        }
    }

    @Test
    void a_document_is_one_row_unless_it_is_a_list_under_the_name(@TempDir Path folder) throws IOException {
        assertThat(document(folder, "{\n\"a\": 1}\n")).containsExactly("1 {\n\"a\": 1}\n");
        assertThat(document(folder, "[1, 2]")).containsExactly("1 1", "1 2");
        assertThat(document(folder, "\uFEFF{\"suites\":\n [1,\n2]}")).containsExactly("2 1", "3 2");
        assertThat(document(folder, "{\"suites\": [1], \"b\": 2}"))
                .containsExactly("1 1", "1! text follows the end of the array; remove it, or write one row per line");
        assertThat(document(folder, "{\"suites\": {}}")).containsExactly("1 {\"suites\": {}}");
        assertThat(document(folder, "nonsense")).containsExactly("1 nonsense");
    }

    private static List<String> document(Path folder, String text) throws IOException {
        var file = Files.writeString(folder.resolve("x.json"), text);
        try (var rows = JsonRows.ofDocument(file, "suites")) {
            return shown(rows);
        }
    }

    private static List<String> shown(JsonRows rows) {
        var shown = new ArrayList<String>();
        rows.forEachRemaining(row -> shown.add(
                switch (row) {
                    case JsonRows.Row.Broken(var line, var problem) -> line + "! " + problem;
                    case JsonRows.Row.Text text -> text.line() + " " + new String(text.utf8(), StandardCharsets.UTF_8);
                }));
        return shown;
    }

    private static List<String> texts(JsonRows rows) {
        return shown(rows).stream()
                .map(row -> row.substring(row.indexOf(' ') + 1))
                .toList();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
