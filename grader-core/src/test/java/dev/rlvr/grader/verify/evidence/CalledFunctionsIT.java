package dev.rlvr.grader.verify.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rlvr.grader.model.TestCase.Check;
import dev.rlvr.grader.suite.LabelledSolution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is wrong and passes, and what is not asked for, where tests are arguments and answers. */
class CalledFunctionsIT {

    private static final String TOTAL = "def total(xs):\n    return sum(xs)\n";
    private static final String[] TOTALS = {"[[1, 2]] => 3", "[[4, 5, 6]] => 15"};

    @RegisterExtension
    private static final LocalBench LOCAL = new LocalBench();

    @TempDir
    Path folder;

    @Test
    void edge_cases_that_no_test_has_are_told_with_the_test_that_is_missing() throws IOException, InterruptedException {
        assertThat(measured("total", "", TOTAL, TOTALS).tests().edges())
                .extracting(Witness::words, Witness::test)
                .containsExactly(
                        tuple("`xs` is never empty (total([]) gives 0)", Optional.of(new Check.Call("[[]]", "0"))),
                        tuple(
                                "`xs` never has one element (total([1]) gives 1)",
                                Optional.of(new Check.Call("[[1]]", "1"))));
    }

    /** Of so many calls not all are looked at. */
    @Test
    void nothing_is_missing_in_more_tests_than_are_looked_at() throws IOException, InterruptedException {
        var tests = IntStream.rangeClosed(0, 501)
                .mapToObj(i -> i == 501
                        ? "[[]] => 0"
                        : i % 2 == 0 ? "[[%d]] => %d".formatted(i, i) : "[[1, %d]] => %d".formatted(i, i + 1))
                .toArray(String[]::new);

        assertThat(measured("total", "", TOTAL, tests).tests().edges()).isEmpty();
    }

    @Test
    void programs_with_a_larger_mistake_are_found() throws IOException, InterruptedException {
        assertThat(passing("total", "", TOTAL, TOTALS)).contains("xs = set(xs)", "any((v < 0 for v in xs))");
    }

    @Test
    void what_the_checker_lets_pass_is_not_wrong() throws IOException, InterruptedException {
        var third = "def third(x):\n    return x / 3\n";
        String[] tests = {"[1.5] => 0.5", "[4.5] => 1.5", "[0] => 0.0", "[-3] => -1.0"};

        assertThat(passing("third", "", third, tests)).contains("round(x / 3, 2)");
        assertThat(passing(
                        "third", ",\"checker\":{\"type\":\"json\",\"absolute\":0.01,\"relative\":0.01}", third, tests))
                .doesNotContain("round(x / 3, 2)");
    }

    @Test
    void nothing_is_said_where_references_disagree() throws IOException, InterruptedException {
        var rest = "def rest(a, b):\n    return a % b\n";
        var other = "import math\ndef rest(a, b):\n    return int(math.fmod(a, b))\n";
        var row = row("rest", "", rest, "[7, 3] => 1", "[0, 5] => 0");
        var both = List.of(LocalBench.right(rest), LocalBench.right(other));

        assertThat(edges(measured(row, List.of(both.getFirst())))).contains("is never negative");
        assertThat(edges(measured(row, both))).doesNotContain("is never negative");
    }

    @Test
    void methods_of_solutions_are_called_as_well() throws IOException, InterruptedException {
        var solution = "class Solution:\n    def total(self, xs):\n        return sum(xs)\n";

        assertThat(edges(measured("total", "", solution, TOTALS))).contains("(Solution().total([]) gives 0)");
    }

    @Test
    void what_is_made_item_by_item_is_compared_as_a_list() throws IOException, InterruptedException {
        var lazy = "def evens(xs):\n    return filter(lambda x: x % 2 == 0, xs)\n";

        assertThat(edges(measured("evens", "", lazy, "[[1, 2]] => [2]", "[[4, 5, 6]] => [4, 6]")))
                .contains("(evens([]) gives [])");
    }

    @Test
    void an_argument_that_is_changed_in_its_place_is_the_answer() throws IOException, InterruptedException {
        var sorts = "def order(xs):\n    xs.sort()\n";

        assertThat(passing("order", "", sorts, "[[2, 1]] => [1, 2]", "[[4, 6, 5]] => [4, 5, 6]"))
                .contains("any((v < 0 for v in xs))");
    }

    @Test
    void long_arguments_are_no_obstacle() throws IOException, InterruptedException {
        var words = "bread ".repeat(200) + "and";
        var count = "def count(text):\n    return len(text.strip().split(' '))\n";

        assertThat(passing("count", "", count, "[\"" + words + "\"] => 201", "[\"" + words + "s\"] => 201"))
                .contains("len(text.split(' '))");
    }

    @Test
    void functions_of_nodes_are_examined_by_running_them_as_judges_do() throws IOException, InterruptedException {
        var nodes =
                "def size(head: ListNode) -> int:\n    n = 0\n    while head:\n        n += 1\n        head = head.next\n    return n\n";

        assertThat(measured(
                                "size",
                                ",\"setup\":\"#grader:prelude leetcode\"",
                                nodes,
                                "[[1, 2]] => 2",
                                "[[4, 5, 6]] => 3")
                        .score())
                .isPositive();
    }

    /** Texts of all programs that pass every test although they are wrong. */
    private String passing(String name, String more, String reference, String... tests)
            throws IOException, InterruptedException {
        return measured(name, more, reference, tests).wrong().stream()
                .map(trial -> trial.mutant().source())
                .collect(Collectors.joining("\n"));
    }

    private static String edges(Mutation mutation) {
        return mutation.tests().edges().stream().map(Witness::words).collect(Collectors.joining("; "));
    }

    private Mutation measured(String name, String more, String reference, String... tests)
            throws IOException, InterruptedException {
        return measured(row(name, more, reference, tests), List.of(LocalBench.right(reference)));
    }

    private Mutation measured(String row, List<LabelledSolution> references) throws IOException, InterruptedException {
        var entry = LocalBench.entry(folder, row);
        var trials = new ArrayList<Trial>();
        for (var reference : references) {
            trials.add(LOCAL.bench.run(entry.suite(), reference));
        }
        return new Strength(LOCAL.bench).measure(entry, trials, 20, 100, new ArrayList<>());
    }

    /** @param tests arguments and answer of each */
    private static String row(String name, String more, String reference, String... tests) {
        var cases = Stream.of(tests)
                .map(test -> test.split(" => "))
                .map(test -> "{\"args\":%s,\"expected\":%s}".formatted(test[0], test[1]))
                .collect(Collectors.joining(","));
        var source = JsonNodeFactory.instance.stringNode(reference);
        return "{\"suite\":1,\"id\":\"s\",\"mode\":\"function\",\"entry_point\":\"%s\",\"reference\":%s,\"cases\":[%s]%s}"
                .formatted(name, source, cases, more);
    }
}
