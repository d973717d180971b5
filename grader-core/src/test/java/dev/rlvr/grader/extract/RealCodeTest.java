package dev.rlvr.grader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.extract.Extraction.Found;
import dev.rlvr.grader.model.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs that people wrote come out as they went in, whatever a model may put around them. */
class RealCodeTest {

    private static final Path DATA = Path.of(System.getProperty("grader.home"), "../shared/data");
    private static final Pattern DEFINITION = Pattern.compile("^(?:def|class) +(\\w+)", Pattern.MULTILINE);

    private final CodeExtractor extractor = new CodeExtractor();

    @ParameterizedTest
    @CsvSource({
        "mbpp/sanitized-mbpp.dev.jsonl, code, 300",
        "leetcode/leetcode.dev.jsonl, solutions, 100",
        "quixbugs/quixbugs.jsonl, python_correct, 16",
        "quixbugs/quixbugs.jsonl, python_buggy, 16",
    })
    void functions_and_classes_are_found_raw_fenced_and_among_prose(String file, String field, int count)
            throws IOException {
        var rows = rows(file);
        for (var row : rows) {
            var code = row.get(field).asString();
            var names = DEFINITION
                    .matcher(code)
                    .results()
                    .map(match -> match.group(1))
                    .distinct()
                    .toArray(String[]::new);
            assertFoundInEveryDress(code, Suites.asserting(names));
        }
        assertThat(rows).hasSize(count);
    }

    @Test
    void programs_are_found_raw_fenced_and_among_prose() throws IOException {
        var rows = rows("codecontests/codecontests.dev.jsonl");
        for (var row : rows) {
            assertFoundInEveryDress(row.get("reference_python").asString(), Suites.stdio());
        }
        assertThat(rows).hasSize(75);
    }

    @ParameterizedTest
    @CsvSource({
        "humaneval/HumanEval.jsonl, canonical_solution, 164",
        "humaneval-x/python.jsonl, canonical_solution, 82",
        "humaneval-x/python.jsonl, buggy_solution, 82",
    })
    void a_continuation_is_taken_to_the_letter(String file, String field, int count) throws IOException {
        var rows = rows(file);
        for (var row : rows) {
            var body = row.get(field).asString();
            var prompt = row.get("prompt").asString();
            var suite = Suites.continuing(prompt, row.get("entry_point").asString());
            var found = (Found) extractor.extract(body, suite);

            assertThat(found.rule()).as(prompt + body).isEqualTo("raw/continuation");
            assertThat(found.submission().source().stripTrailing()).isEqualTo(body.stripTrailing());
            assertThat(extractor.extract(body + "\n```\n\nThis works because it's correct.", suite))
                    .as("with a closing fence")
                    .isInstanceOfSatisfying(
                            Found.class, cut -> assertThat(cut.submission()).isEqualTo(found.submission()));
            assertFoundInEveryDress(prompt + body, suite);
        }
        assertThat(rows).hasSize(count);
    }

    @Test
    void a_continuation_whose_first_line_was_stripped_is_put_back() throws IOException {
        for (var row : rows("humaneval/HumanEval.jsonl")) {
            var body = row.get("canonical_solution").asString();
            var suite = Suites.continuing(
                    row.get("prompt").asString(), row.get("entry_point").asString());

            assertThat(extractor.extract(body.strip(), suite)).as(body).isInstanceOfSatisfying(Found.class, found -> {
                assertThat(found.continuation()).isTrue();
                assertThat(found.submission().source().strip()).isEqualTo(body.strip());
                assertThat(found.submission().source()).startsWith("    ");
            });
        }
    }

    private void assertFoundInEveryDress(String code, Suite suite) {
        var dresses = List.of(
                code,
                "```python\n" + code.stripTrailing() + "\n```",
                "Here's the solution:\n\n```\n" + code.stripTrailing() + "\n```\nIt runs in O(n) time.",
                "<think>\nLet me try:\n```python\nx = 1\n```\n</think>\n\n~~~py\n" + code.stripTrailing() + "\n~~~\n",
                "Sure! Here is the code you asked for.\n\n" + code.stripTrailing() + "\n\nI hope this helps!",
                "<answer>\n" + code.stripTrailing() + "\n</answer>");
        for (var dress : dresses) {
            assertThat(extractor.extract(dress, suite)).as(dress).isInstanceOfSatisfying(Found.class, found -> {
                assertThat(found.continuation()).isFalse();
                assertThat(found.submission().source().strip()).isEqualTo(code.strip());
            });
        }
    }

    private static List<JsonNode> rows(String file) throws IOException {
        var mapper = new JsonMapper();
        return Files.readAllLines(DATA.resolve(file)).stream()
                .map(mapper::readTree)
                .toList();
    }
}
