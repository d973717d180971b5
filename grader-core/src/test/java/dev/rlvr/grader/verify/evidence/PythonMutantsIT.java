package dev.rlvr.grader.verify.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.suite.SuiteEntry;
import dev.rlvr.grader.verify.mutant.Mutant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Mutants of references in Python, and inputs on which they show. */
class PythonMutantsIT {

    private static final String DOUBLE = "def double(x):\n    return x + x\n";
    private static final String[] DOUBLES = {
        "assert double(2) == 4", "assert double(3) == 6", "assert double(0) == 0 and double(9) == 18"
    };

    private static final String TOTAL = "def total(xs):\n    s = 0\n    for x in xs:\n        s += x\n    return s\n";
    private static final String NEGATIVE = "any((v < 0 for v in xs))";
    private static final String NOTHING = "not all(xs)";
    private static final String TWICE = "len(set(xs)) < len(xs)";

    @RegisterExtension
    private static final LocalBench LOCAL = new LocalBench();

    @TempDir
    Path folder;

    @Test
    void a_mutant_that_does_not_end_is_described() throws IOException, InterruptedException {
        var found = witnesses(DOUBLE, "def double(x):\n    while x == 5: pass\n    return x + x\n");

        assertThat(found.witnesses().getFirst().orElseThrow().words()).contains("on double(5) it does not end");
    }

    @Test
    void a_slow_reference_answers_fewer_inputs() throws IOException, InterruptedException {
        var slow = "def double(x):\n    for i in range(1000000): pass\n    return x + x\n";

        var found = witnesses(slow, DOUBLE.replace("x +", "5 +"));

        assertThat(found.inputs()).isBetween(1, 100);
        assertThat(found.witnesses().getFirst()).isPresent();
    }

    /** Twenty mutants of it on all inputs would take longer than the sandbox lets them. */
    @Test
    void many_mutants_of_a_slow_reference_come_to_an_end() throws IOException, InterruptedException {
        var slow = "def double(x):\n    for i in range(3000000): pass\n    return x + x\n";
        var mutants = Collections.nCopies(20, mutant(slow));

        var found = new Probe(LOCAL.bench)
                .examine(LocalBench.entry(folder, "", DOUBLE, DOUBLES), slow, mutants, List.of(), 3);

        assertThat(found.inputs()).isPositive();
        assertThat(found.witnesses()).hasSize(20).allMatch(Optional::isEmpty);
    }

    @Test
    void a_reference_that_contradicts_itself_says_nothing() throws IOException, InterruptedException {
        var counts = "n = 0\ndef double(x):\n    global n\n    n += 1\n    return n\n";

        assertThat(witnesses(counts, DOUBLE).witnesses().getFirst()).isEmpty();
    }

    @Test
    void an_input_is_tried_once() throws IOException, InterruptedException {
        var entry = LocalBench.entry(folder, "", "def no(x):\n    return not x\n", "assert no(True) == False");

        var found = new Probe(LOCAL.bench)
                .examine(
                        entry,
                        "def no(x):\n    return not x\n",
                        List.of(mutant("def no(x):\n    return x\n")),
                        List.of(),
                        3);

        assertThat(found.inputs()).isEqualTo(2);
    }

    @Test
    void elements_that_no_test_has_are_found_missing() throws IOException, InterruptedException {
        assertThat(passing(LocalBench.entry(
                        folder, "", TOTAL, "assert total([1, 2, 5]) == 8", "assert total([7, 3]) == 10")))
                .contains(NEGATIVE, NOTHING, TWICE);
    }

    @Test
    void elements_that_a_test_has_are_not_missing() throws IOException, InterruptedException {
        assertThat(passing(LocalBench.entry(
                        folder, "", TOTAL, "assert total([1, 2, -5]) == -2", "assert total([7, 0, 7]) == 14")))
                .doesNotContain(NEGATIVE, NOTHING, TWICE);
    }

    @Test
    void elements_that_the_problem_rules_out_are_not_missing() throws IOException, InterruptedException {
        var text = "The sum of positive numbers.";

        assertThat(passing(LocalBench.entry(
                        folder, text, TOTAL, "assert total([1, 2, 5]) == 8", "assert total([7, 3]) == 10")))
                .contains(TWICE)
                .doesNotContain(NEGATIVE, NOTHING);
    }

    @Test
    void a_rounded_result_shows_on_fractions_that_the_tests_do_not_have() throws IOException, InterruptedException {
        var area = "def area(a, h):\n    return a * h / 2\n";

        assertThat(passing(LocalBench.entry(folder, "", area, "assert area(5, 3) == 7.5", "assert area(2, 2) == 2.0")))
                .contains("round(a * h / 2, 2)");
    }

    @Test
    void what_is_looked_for_may_be_what_elements_may_be() throws IOException, InterruptedException {
        var count = "def count(xs, x):\n    return xs.count(x)\n";

        assertThat(passing(LocalBench.entry(
                        folder, "", count, "assert count([1, 9, 1], 9) == 1", "assert count([1, 7, 5, 1], 7) == 1")))
                .contains("x = abs(x)");
    }

    @Test
    void a_number_that_fractions_cannot_hold_tells_divisions_apart() throws IOException, InterruptedException {
        var half = "def half(n):\n    return int(n / 2)\n";
        String[] tests = {"assert half(8) == 4", "assert half(5) == 2"};

        assertThat(passing(LocalBench.entry(folder, "", half, tests))).contains("int(n // 2)");
        assertThat(passing(LocalBench.entry(folder, "n is at most 100", half, tests)))
                .doesNotContain("int(n // 2)");
    }

    @Test
    void products_that_are_divided_part_by_part_lose_a_digit() throws IOException, InterruptedException {
        var whole = """
                def whole(x, n):
                    (a, b), (c, d) = x.split("/"), n.split("/")
                    above = int(a) * int(c)
                    return above / (int(b) * int(d)) % 1 == 0
                """;
        String[] tests = {"assert whole('1/5', '5/1')", "assert not whole('2/3', '5/2')"};
        var entry = LocalBench.entry(folder, "", whole, tests);

        assertThat(found(entry)).anySatisfy(trial -> {
            assertThat(trial.mutant().kind()).isEqualTo("order of computation");
            assertThat(trial.witness().orElseThrow().words()).contains("on whole('1/49', '49/1') it gives False");
        });
        assertThat(passing(LocalBench.entry(folder, "", whole, tests[0], tests[1], "assert whole('1/49', '49/1')")))
                .doesNotContain("int(a) / int(b)");
        assertThat(passing(LocalBench.entry(folder, "Numbers have one digit.", whole, tests)))
                .doesNotContain("int(a) / int(b)");
    }

    /** Nothing but the end of its process stops such a call. */
    @Test
    void a_reference_that_counts_in_c_is_not_asked_for_huge_numbers() throws IOException, InterruptedException {
        var sum = "def total(n):\n    return sum(range(n + 1))\n";
        var entry = LocalBench.entry(folder, "", sum, "assert total(3) == 6", "assert total(1) == 1");

        assertThat(new Probe(LOCAL.bench)
                        .examine(entry, sum, List.of(), List.of(), 3)
                        .inputs())
                .isPositive();
    }

    @Test
    void a_rounded_result_shows_on_a_finer_fraction_than_the_tests_have() throws IOException, InterruptedException {
        var third = "def third(x):\n    return x / 3\n";

        assertThat(passing(LocalBench.entry(
                        folder,
                        "",
                        third,
                        "assert abs(third(1.5) - 0.5) < 1e-6",
                        "assert abs(third(4.5) - 1.5) < 1e-6")))
                .contains("round(x / 3, 3)");
    }

    @Test
    void what_objects_are_asked_varies_from_call_to_call() throws IOException, InterruptedException {
        var stack = """
                class Stack:
                    def __init__(self, room):
                        self.room = room
                        self.items = []

                    def push(self, item):
                        if len(self.items) == self.room:
                            return False
                        self.items.append(item)
                        return True

                    def pop(self):
                        return self.items.pop() if self.items else None
                """;
        var entry = LocalBench.entry(
                folder,
                "",
                stack,
                "s = Stack(2)\nassert s.push(1) and s.push(2)\nassert s.pop() == 2 and s.pop() == 1");

        assertThat(found(entry)).anySatisfy(trial -> {
            assertThat(trial.mutant().source()).contains("else 0");
            assertThat(trial.witness().orElseThrow().words()).contains("it.pop()", "(Stack(2)) it gives");
        });
    }

    @Test
    void two_mistakes_are_put_together_where_no_single_one_passes() throws IOException, InterruptedException {
        var second =
                "def second(xs):\n    xs = sorted(set(xs))\n    if len(xs) < 2:\n        return None\n    return xs[1]\n";
        String[] tests = {
            "assert second([1, 2, 3, 4, 5]) == 2 and second([5, 1, 4, 3, 2]) == 2 and second([]) == None",
            "assert second([1, 1]) == None and second([1, 1, 1, 1, 0]) == 1 and second([-35, 0, 12, -45]) == -35"
        };

        assertThat(found(LocalBench.entry(folder, "", second, tests)))
                .isNotEmpty()
                .allSatisfy(trial -> {
                    assertThat(trial.mutant().kind()).contains(" and another ");
                    assertThat(trial.mutant().diff()).contains("\n+");
                });
    }

    @Test
    void two_mistakes_are_not_put_together_where_a_single_one_passes() throws IOException, InterruptedException {
        assertThat(found(LocalBench.entry(folder, "", TOTAL, "assert total([1, 2, 5]) == 8")))
                .isNotEmpty()
                .noneMatch(trial -> trial.mutant().kind().contains(" and another "));
    }

    @Test
    void a_start_from_nothing_becomes_a_start_from_zero() throws IOException, InterruptedException {
        var top =
                "def top(xs):\n    best = None\n    for x in xs:\n        best = x if best is None else max(x, best)\n    return best\n";

        assertThat(made(top, "assert top([1]) == 1", 100).mutants())
                .anyMatch(mutant -> mutant.source().contains("best = 0"));
    }

    @Test
    void a_long_program_gets_larger_mistakes_as_well() throws IOException, InterruptedException {
        var lines = IntStream.range(0, 200)
                .mapToObj(i -> "    x += " + (i + 5) + "\n")
                .collect(Collectors.joining());

        assertThat(made("def f(x):\n" + lines + "    return x\n", "assert f(1) > 0", 20)
                        .further())
                .extracting(Mutant::kind)
                .contains("changed argument", "changed result", "check of an argument", "constant");
    }

    @Test
    void a_check_of_an_argument_stands_behind_the_docstring() throws IOException, InterruptedException {
        var documented = DOUBLE.replace(":\n", ":\n    \"\"\"Twice.\n    As much.\"\"\"\n");

        assertThat(made(documented, DOUBLES[0], 1).further())
                .filteredOn(mutant -> mutant.kind().equals("check of an argument"))
                .isNotEmpty()
                .allSatisfy(mutant -> assertThat(mutant.diff()).doesNotContain("+    \"", "+    '"));
    }

    private Mutator.Made made(String reference, String test, int count) throws IOException, InterruptedException {
        var entry = LocalBench.entry(folder, "", reference, test);
        return new Mutator(LOCAL.bench).mutants(entry.suite(), LocalBench.right(reference), count);
    }

    /** Texts of the mutants that pass every test although they are wrong. */
    private static String passing(SuiteEntry entry) throws InterruptedException {
        return found(entry).stream().map(trial -> trial.mutant().source()).collect(Collectors.joining("\n"));
    }

    private static List<MutantTrial> found(SuiteEntry entry) throws InterruptedException {
        var reference = entry.suite().reference();
        var made = new Mutator(LOCAL.bench).mutants(entry.suite(), LocalBench.right(reference), 1);
        return new Probe(LOCAL.bench)
                .examine(entry, reference, List.of(), made.further(), 100)
                .further();
    }

    private Probe.Findings witnesses(String reference, String mutant) throws IOException, InterruptedException {
        return new Probe(LOCAL.bench)
                .examine(
                        LocalBench.entry(folder, "", DOUBLE, DOUBLES),
                        reference,
                        List.of(mutant(mutant)),
                        List.of(),
                        3);
    }

    private static Mutant mutant(String source) {
        return new Mutant(1, "constant", "", source);
    }
}
