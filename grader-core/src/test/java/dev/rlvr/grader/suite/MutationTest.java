package dev.rlvr.grader.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rlvr.grader.sample.SampleReader;
import dev.rlvr.grader.suite.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Random damage to valid rows: the readers report it, and never throw anything but a {@link SuiteException}. */
class MutationTest {

    private static final int ROUNDS = 3_000;
    private static final Path DATA = Path.of(System.getProperty("grader.home"), "..", "shared", "data");

    private static final List<String> OWN = List.of(
            "{\"suite\":1,\"id\":\"a\",\"mode\":\"function\",\"entry_point\":\"f\",\"limits\":{\"cpu_ms\":5,\"memory_bytes\":99999999},"
                    + "\"checker\":{\"type\":\"json\",\"absolute\":1},\"scoring\":{\"type\":\"curve\",\"points\":[{\"passed\":0,"
                    + "\"score\":0},{\"passed\":1,\"score\":1}]},\"groups\":[{\"id\":\"g\",\"weight\":2,\"cases\":[{\"args\":[1],"
                    + "\"expected\":2}]}]}",
            "{\"suite\":1,\"mode\":\"stdio\",\"cases\":[{\"id\":\"x\",\"stdin\":\"1\",\"stdout\":\"2\",\"weight\":3}]}",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"q\"},{\"role\":\"assistant\",\"content\":[{\"type\":\"text\","
                    + "\"text\":\"a\"}]}],\"id\":1,\"metadata\":{\"test_cases\":[{\"input\":\"1\",\"output\":\"2\"}],"
                    + "\"fn_name\":\"f\"},\"reference_answer\":\"{\\\"inputs\\\":[\\\"1\\\"],\\\"outputs\\\":[\\\"2\\\"]}\"}",
            "{\"prompt\":[{\"role\":\"user\",\"content\":\"q\"}],\"responses\":[\"a\"],\"reward_model\":{\"ground_truth\":"
                    + "{\"inputs\":[[1]],\"outputs\":[[2]],\"fn_name\":\"f\"}},\"time_limit\":{\"seconds\":2}}");

    static Stream<Long> seeds() {
        // A fixed seed finds what was found before; a fresh one looks elsewhere and is printed in the test's name.
        return Stream.of(20261121L, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damage_is_reported_and_never_thrown(long seed) throws IOException {
        var random = new Random(seed);
        var rows = rows();
        for (var round = 0; round < ROUNDS; round++) {
            var damaged = damage(rows.get(random.nextInt(rows.size())), rows, random);
            assertThatCode(() -> read(damaged))
                    .as("seed %d, round %d: %s", seed, round, damaged)
                    .doesNotThrowAnyException();
        }
    }

    private static void read(String text) {
        try {
            SuiteReader.read(text, "here", "x");
        } catch (SuiteException e) {
            assertThat(e.problems())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem).startsWith("here: "));
        }
        if (Json.parse(text) instanceof Json.Parsed.Value(var node)) {
            SampleReader.read(node, "here", "x");
        }
    }

    private static String damage(JsonNode row, List<JsonNode> others, Random random) {
        var damaged = row;
        for (var i = 0; i <= random.nextInt(3); i++) {
            damaged = Damage.of(damaged, others, random);
        }
        var text = damaged.toString();
        if (random.nextInt(10) > 0 || text.isEmpty()) {
            return text;
        }
        var at = random.nextInt(text.length());
        return text.substring(0, at) + (char) random.nextInt(256) + text.substring(at + 1);
    }

    private static List<JsonNode> rows() throws IOException {
        var texts = new ArrayList<>(OWN);
        for (var file : List.of(
                "humaneval/HumanEval.jsonl",
                "mbpp/sanitized-mbpp.dev.jsonl",
                "leetcode/leetcode.dev.jsonl",
                "quixbugs/quixbugs.jsonl",
                "codecontests/codecontests.dev.jsonl")) {
            try (var lines = Files.lines(DATA.resolve(file))) {
                lines.filter(line -> line.length() < 8_000).limit(6).forEach(texts::add);
            }
        }
        return texts.stream()
                .map(text -> ((Json.Parsed.Value) Json.parse(text)).node())
                .toList();
    }
}
