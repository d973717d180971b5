package dev.rlvr.grader.verify.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.verify.evidence.Mutation.Tests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** What test code asks candidates for, and what it looks at. */
class TestedCallsIT {

    private static final String TOTAL = "def total(xs):\n    return sum(xs)\n";
    private static final String DOUBLE = "def double(x):\n    return x + x\n";
    private static final String BELOW =
            "def below(n):\n    return [i for i in range(2, n) if all(i % j for j in range(2, i))]\n";

    @RegisterExtension
    private static final LocalBench LOCAL = new LocalBench();

    @TempDir
    Path folder;

    @Test
    void sizes_that_no_test_has_are_told_with_the_answer() throws IOException, InterruptedException {
        assertThat(edges("", TOTAL, "assert total([1, 2]) == 3", "assert total([4, 5, 6]) == 15"))
                .containsExactly(
                        "`xs` is never empty (total([]) gives 0)", "`xs` never has one element (total([1]) gives 1)");
    }

    @Test
    void sizes_that_a_test_has_are_not_told() throws IOException, InterruptedException {
        assertThat(edges("", TOTAL, "assert total([]) == 0", "assert total([4]) == 4", "assert total([1, 2]) == 3"))
                .isEmpty();
    }

    @Test
    void numbers_that_no_test_has_are_told() throws IOException, InterruptedException {
        assertThat(edges("", DOUBLE, "assert double(2) == 4", "assert double(3) == 6"))
                .containsExactly("`x` is never 0 (double(0) gives 0)");
        assertThat(edges("", DOUBLE, "assert double(-1) == -2", "assert double(0) == 0"))
                .containsExactly("`x` is never below -1 (double(-2) gives -4)");
    }

    @Test
    void numbers_that_the_problem_rules_out_are_not_told() throws IOException, InterruptedException {
        assertThat(edges("Twice a positive number.", DOUBLE, "assert double(2) == 4", "assert double(3) == 6"))
                .isEmpty();
    }

    @Test
    void what_the_reference_refuses_is_not_told() throws IOException, InterruptedException {
        var first = "def first(xs):\n    return xs[0]\n";

        assertThat(edges("", first, "assert first([1, 2]) == 1", "assert first([4, 5, 6]) == 4"))
                .containsExactly("`xs` never has one element (first([1]) gives 1)");
    }

    @Test
    void a_threshold_of_the_answers_is_told_from_both_sides() throws IOException, InterruptedException {
        assertThat(edges("A non-negative n.", BELOW, "assert below(0) == []", "assert below(7) == [2, 3, 5]"))
                .containsExactly(
                        "`n` is never 2, next to where [] begins or ends (below(2) gives [])",
                        "`n` is never 3, next to where [] begins or ends (below(3) gives [2])");
    }

    @Test
    void calls_that_a_function_makes_of_itself_are_not_those_of_the_tests() throws IOException, InterruptedException {
        var fib = "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\n";

        assertThat(edges("", fib, "assert fib(10) == 55", "assert fib(1) == 1"))
                .contains("`n` is never 0 (fib(0) gives 0)");
    }

    @Test
    void arguments_may_be_named() throws IOException, InterruptedException {
        assertThat(edges("A non-negative x.", DOUBLE, "assert double(2) == 4", "assert double(x=0) == 0"))
                .isEmpty();
    }

    @Test
    void nothing_is_told_of_calls_that_leave_arguments_out() throws IOException, InterruptedException {
        var span = "def span(a=0, b=1):\n    return b - a\n";

        assertThat(edges("", span, "assert span(2, 4) == 2", "assert span(b=5) == 5"))
                .isEmpty();
    }

    @Test
    void methods_of_leetcode_s_solutions_are_called_as_well() throws IOException, InterruptedException {
        assertThat(leetcode(
                        "total(self, xs: List[int]) -> int:\n        return sum(xs)",
                        "assert candidate(xs = [1, 2]) == 3",
                        "total"))
                .contains("`xs` is never empty (Solution().total([]) gives 0)");
    }

    @Test
    void linked_lists_are_shown_by_their_values() throws IOException, InterruptedException {
        assertThat(leetcode(
                        "rest(self, head: Optional[ListNode]) -> Optional[ListNode]:\n        return head and head.next",
                        "assert is_same_list(candidate(list_node([1, 2])), list_node([2]))",
                        "rest"))
                .contains(
                        "`head` is never empty (Solution().rest(list_node([])) gives list_node([]))",
                        "`head` never has one element (Solution().rest(list_node([1])) gives list_node([]))");
    }

    /** Once taken for LeetCode's, of which the program has none. */
    @Test
    void nodes_of_the_programs_own_are_left_as_they_are() throws IOException, InterruptedException {
        var size =
                "class Node:\n    def __init__(self, val, next=None):\n        self.val, self.next = val, next\n\n\ndef size(head, n):\n    while head:\n        head, n = head.next, n + 1\n    return n\n";

        assertThat(edges("", size, "assert size(Node(1, Node(2)), 1) == 3", "assert size(None, 4) == 4"))
                .contains("`n` is never 0 (size(None, 0) gives 0)");
    }

    @Test
    void lists_in_a_circle_keep_nobody_from_looking_at_the_others() throws IOException, InterruptedException {
        assertThat(leetcode(
                        "turns(self, head: Optional[ListNode]) -> bool:\n        seen = set()\n        while head and id(head) not in seen:\n            seen.add(id(head))\n            head = head.next\n        return head is not None",
                        "h = ListNode(1); h.next = h; assert candidate(h)\n    assert not candidate(list_node([1, 2]))",
                        "turns"))
                .contains("`head` is never empty (Solution().turns(list_node([])) gives False)");
    }

    @Test
    void a_method_may_be_named_without_its_class() throws IOException, InterruptedException {
        var row = """
                {"suite":1,"id":"a","mode":"assert","entry_point":"total","reference":"class Solution:\\n    def total(self, xs): return sum(xs)\\n",
                "cases":[{"code":"assert total([1, 2]) == 3"}]}""".replace("\n", "");
        var entry = LocalBench.entry(folder, row);

        assertThat(new Probe(LOCAL.bench)
                        .examine(entry, entry.suite().reference(), List.of(), List.of(), 3)
                        .inputs())
                .isPositive();
    }

    @Test
    void an_answer_that_is_compared_with_itself_is_not_checked() throws IOException, InterruptedException {
        assertThat(unchecked(DOUBLE, "assert double(2) == double(2)", "assert double(0) == 0", "double(7)"))
                .containsExactly("double(2)", "double(7)");
    }

    @Test
    void an_answer_of_which_something_is_asked_is_checked() throws IOException, InterruptedException {
        assertThat(unchecked(
                        TOTAL,
                        "assert total([1, 2]) > 0",
                        "assert isinstance(total([3]), int) and total([3]) % 3 == 0",
                        "x = [total([4])]\nassert x == [4]"))
                .isEmpty();
    }

    @Test
    void an_answer_that_stands_in_the_argument_is_checked() throws IOException, InterruptedException {
        var order = "def order(xs):\n    xs.sort()\n    return xs\n";

        assertThat(unchecked(order, "xs = [2, 1]\norder(xs)\nassert xs == [1, 2]"))
                .isEmpty();
    }

    @Test
    void mutants_that_only_such_calls_reject_are_found() throws IOException, InterruptedException {
        var tests = new String[] {
            "assert total([1, 1, 2]) == total([1, 1, 2])", "assert total([1, 2]) == 3", "assert total([]) == 0"
        };
        var entry = LocalBench.entry(folder, "", TOTAL, tests);
        var reference = LocalBench.right(TOTAL);
        var further =
                new Mutator(LOCAL.bench).mutants(entry.suite(), reference, 1).further();

        assertThat(new Probe(LOCAL.bench)
                        .examine(entry, TOTAL, List.of(), further, 100)
                        .further())
                .anyMatch(trial -> trial.mutant().source().contains("dict.fromkeys(xs)"));
    }

    private List<String> edges(String text, String reference, String... tests)
            throws IOException, InterruptedException {
        return learned(text, reference, tests).edges().stream()
                .map(Witness::words)
                .toList();
    }

    private List<String> leetcode(String method, String test, String name) throws IOException, InterruptedException {
        var reference = "class Solution:\n    def " + method + "\n";
        var row = JsonNodeFactory.instance
                .objectNode()
                .put("problem", "")
                .put("solutions", reference)
                .put("tests", "def check(candidate):\n    " + test + "\n\n\ncheck(Solution()." + name + ")\n");
        var entry = LocalBench.entry(folder, row.toString());
        return new Probe(LOCAL.bench)
                .examine(entry, reference, List.of(), List.of(), 3).tests().edges().stream()
                        .map(Witness::words)
                        .toList();
    }

    private List<String> unchecked(String reference, String... tests) throws IOException, InterruptedException {
        return learned("", reference, tests).unchecked();
    }

    private Tests learned(String text, String reference, String... tests) throws IOException, InterruptedException {
        return new Probe(LOCAL.bench)
                .examine(LocalBench.entry(folder, text, reference, tests), reference, List.of(), List.of(), 3)
                .tests();
    }
}
