package dev.rlvr.grader.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.suite.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RealDataTest {

    private static final Path DATA = Path.of(System.getProperty("grader.home"), "..", "shared", "data");

    @ParameterizedTest
    @CsvSource({
        "humaneval/HumanEval.jsonl, 164, HumanEval/0, 1",
        "humaneval-x/python.jsonl, 82, Python/0, 1",
        "humaneval-x/cpp.jsonl, 82, CPP/0, 1",
        "humaneval-x/java.jsonl, 82, Java/0, 1",
        "humaneval-x/js.jsonl, 82, JavaScript/0, 1",
        "humaneval-x/go.jsonl, 82, Go/0, 1",
        "humaneval-x/rust.jsonl, 82, Rust/0, 1",
        "mbpp/sanitized-mbpp.dev.jsonl, 300, 2, 3",
        "leetcode/leetcode.dev.jsonl, 100, leetcode.dev/1, 1",
        "quixbugs/quixbugs.jsonl, 16, bitcount, 9",
        "codecontests/codecontests.dev.jsonl, 75, 1000_e_we_need_more_bosses_8440, 10",
    })
    void every_row_of_a_data_set_is_a_suite(String file, int rows, String first, int casesOfFirst) {
        var repository = SuiteRepository.open(List.of(DATA.resolve(file)));

        assertThat(repository.ids()).hasSize(rows);
        assertThat(find(repository, first).cases()).hasSize(casesOfFirst);
        assertThat(repository.ids())
                .allSatisfy(id -> assertThat(find(repository, id).reference()).isNotBlank());
    }

    @Test
    void all_data_sets_open_together() {
        assertThat(SuiteRepository.open(List.of(DATA)).ids()).hasSize(164 + 6 * 82 + 300 + 100 + 16 + 75);
    }

    @Test
    void humaneval_calls_check_once_with_the_entry_point() throws IOException {
        for (var row : rows("humaneval/HumanEval.jsonl")) {
            var suite = SuiteReader.read(row, "row", "row");
            var entry = row.path("entry_point").asString();
            var code = (TestCase.Check.Code) suite.cases().getFirst().check();

            assertThat(suite.mode()).isEqualTo(new Mode.Assert(Set.of(entry), entry));
            assertThat(code.code()).endsWith("\n\ncheck(" + entry + ")\n");
            assertThat(suite.prompt()).isEqualTo(row.path("prompt").asString());
            assertThat(suite.reference())
                    .startsWith(suite.prompt())
                    .endsWith(row.path("canonical_solution").asString());
        }
    }

    @Test
    void tests_that_call_check_themselves_stay_as_they_are() throws IOException {
        for (var row : rows("humaneval-x/python.jsonl")) {
            var code = (TestCase.Check.Code)
                    SuiteReader.read(row, "row", "row").cases().getFirst().check();
            assertThat(code.code()).isEqualTo(row.path("test").asString());
        }
    }

    @Test
    void mbpp_has_a_case_for_each_assert_and_knows_what_is_called() throws IOException {
        for (var row : rows("mbpp/sanitized-mbpp.dev.jsonl")) {
            var suite = SuiteReader.read(row, "row", "row");
            var withoutCode = SuiteReader.read(((ObjectNode) row).without("code"), "row", "row");

            assertThat(suite.id()).isEqualTo(row.path("task_id").asString());
            assertThat(suite.cases()).hasSize(row.path("test_list").size());
            assertThat(suite.prompt()).isEmpty();
            assertThat(names(suite)).containsAll(names(withoutCode)).isNotEmpty();
        }
    }

    @Test
    void leetcode_asks_for_its_prelude_and_a_solution_class() throws IOException {
        for (var row : rows("leetcode/leetcode.dev.jsonl")) {
            var suite = SuiteReader.read(row, "row", "row");

            assertThat(suite.setup()).isEqualTo(SuiteReader.LEETCODE_PRELUDE + "\n");
            assertThat(names(suite)).containsExactly("Solution");
        }
    }

    @Test
    void quixbugs_and_codecontests_keep_their_values() throws IOException {
        for (var row : rows("quixbugs/quixbugs.jsonl")) {
            var suite = SuiteReader.read(row, "row", "row");
            for (var i = 0; i < suite.cases().size(); i++) {
                var call = (TestCase.Check.Call) suite.cases().get(i).check();
                assertThat(Json.parse(call.argumentsJson()))
                        .isEqualTo(new Json.Parsed.Value(row.at("/testcases/" + i + "/args")));
                assertThat(Json.parse(call.expectedJson()))
                        .isEqualTo(new Json.Parsed.Value(row.at("/testcases/" + i + "/expected")));
            }
        }
        for (var row : rows("codecontests/codecontests.dev.jsonl")) {
            var suite = SuiteReader.read(row, "row", "row");
            assertThat(suite.mode()).isEqualTo(new Mode.Stdio());
            assertThat(suite.cases().getLast().check())
                    .isEqualTo(new TestCase.Check.Stdio(
                            row.at("/tests/9/input").asString(),
                            row.at("/tests/9/output").asString()));
        }
    }

    private static Set<String> names(Suite suite) {
        return ((Mode.Assert) suite.mode()).entryPoints();
    }

    private static Suite find(SuiteRepository repository, String id) {
        return repository.find(new Sample.SuiteRef.Named(id));
    }

    private static List<JsonNode> rows(String file) throws IOException {
        try (var lines = Files.lines(DATA.resolve(file))) {
            return lines.map(line -> ((Json.Parsed.Value) Json.parse(line)).node())
                    .toList();
        }
    }
}
