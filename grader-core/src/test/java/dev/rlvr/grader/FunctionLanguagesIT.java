package dev.rlvr.grader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Functions in C++, Java and JavaScript are called with values and answer with one, as in Python. */
@Tag("languages")
class FunctionLanguagesIT {

    private static final ObjectMapper JSON = JsonMapper.shared();

    private static final String TWO_SUM = """
            {"fn_name": "twoSum", "inputs": [[[2, 7, 11, 15], 9], [[3, 2, 4], 6]], "outputs": [[0, 1], [1, 2]],
             "language": "%s"}
            """;

    private static Grading grading;

    @BeforeAll
    static void start() throws InterruptedException {
        grading = new Grading(1);
    }

    @AfterAll
    static void stop() {
        grading.close();
    }

    private static Grade grade(String language, String suite, String code) throws InterruptedException {
        return grading.grade(
                new Sample("id", "id", "```" + language + "\n" + code + "\n```", new Sample.SuiteRef.Inline(suite)));
    }

    private static List<CaseResult> results(String language, String entry, String args, String expected, String code)
            throws InterruptedException {
        var suite = JSON.createObjectNode();
        suite.put("suite", 1).put("mode", "function").put("language", language).put("entry_point", entry);
        var test = suite.putArray("cases").addObject();
        test.set("args", JSON.readTree(args));
        test.set("expected", JSON.readTree(expected));
        var grade = grade(language, suite.toString(), code.replace("{n}", "\n"));
        assertThat(grade).as(Grading.describe(grade)).isInstanceOf(Grade.Scored.class);
        return grade instanceof Grade.Scored scored ? scored.cases() : List.of();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            cpp        | class Solution { public: vector<int> twoSum(vector<int>& v, int t) { for (int i = 0; i < v.size(); i++) for (int j = i + 1; j < v.size(); j++) if (v[i] + v[j] == t) return {i, j}; return {}; } };
            java       | class Solution { public int[] twoSum(int[] v, int t) { for (int i = 0; i < v.length; i++) for (int j = i + 1; j < v.length; j++) if (v[i] + v[j] == t) return new int[] {i, j}; return null; } }
            javascript | var twoSum = function(v, t) { for (let i = 0; i < v.length; i++) for (let j = i + 1; j < v.length; j++) if (v[i] + v[j] === t) return [i, j]; };
            """)
    void rows_of_calls_are_graded(String language, String code) throws InterruptedException {
        var suite = TWO_SUM.formatted(language);
        assertThat(Grading.reward(grade(language, suite, code))).isEqualTo(1);
        assertThat(Grading.reward(grade(language, suite, code.replace("v[i] + v[j]", "v[j]"))))
                .isZero();
    }

    @ParameterizedTest(name = "{0}: {1}({2})")
    @CsvSource(delimiter = '|', textBlock = """
            cpp        | f | [[1, 2, 3]]         | [3, 2, 1]           | class Solution { public: ListNode* f(ListNode* h) { ListNode* p = nullptr; while (h) { auto n = h->next; h->next = p; p = h; h = n; } return p; } };
            cpp        | f | [[1, 2, 3, null, 4]] | [1, 3, 2, null, null, null, 4] | class Solution { public: TreeNode* f(TreeNode* r) { swap(r->left, r->right); return r; } };
            cpp        | f | [[3, 1, 2]]         | [1, 2, 3]           | class Solution { public: void f(vector<int>& v) { sort(v.begin(), v.end()); } };
            cpp        | f | [9007199254740993]  | 9007199254740994    | #include <iostream>{n}long long f(long long x) { std::cout << "a print is no answer"; return x + 1; }
            cpp        | f | ["é", [["a"], []]]  | {"é": 1, "n": 2}    | map<string, int> f(const string& s, vector<vector<string>> g) { return {{s, 1}, {"n", (int) g.size()}}; }
            java       | f | [[1, 2, 3]]         | [3, 2, 1]           | class Solution { ListNode f(ListNode h) { ListNode p = null; while (h != null) { ListNode n = h.next; h.next = p; p = h; h = n; } return p; } }
            java       | f | [[1, 2, 3, null, 4]] | [1, 3, 2, null, null, null, 4] | class Solution { public TreeNode f(TreeNode r) { TreeNode t = r.left; r.left = r.right; r.right = t; return r; } }
            java       | f | [[3, 1, 2]]         | [1, 2, 3]           | public class Solution { public void f(int[] v) { Arrays.sort(v); } }
            java       | f | [9007199254740993]  | 9007199254740994    | public class Main { static long f(long x) { System.out.println("a print is no answer"); return x + 1; } }
            java       | f | ["é", [["a"], []]]  | {"é": 1, "n": 2}    | class Solution { Map<String, Integer> f(String s, List<List<String>> g) { return Map.of(s, 1, "n", g.size()); } }
            javascript | f | [[1, 2, 3]]         | [3, 2, 1]           | /** @param {ListNode} h */{n}var f = function(h) { let p = null; while (h) { const n = h.next; h.next = p; p = h; h = n; } return p; };
            javascript | f | [[3, 1, 2]]         | [1, 2, 3]           | const f = (v) => { v.sort() }
            javascript | f | [4]                 | 5                   | class Solution { f(x) { console.log("a print is no answer"); return x + 1; } }
            javascript | f | ["é", [["a"], []]]  | {"é": 1, "n": 2}    | export async function f(s, g) { return new Map([[s, 1], ["n", g.length]]); }
            """)
    void values_of_all_types_go_in_and_out(String language, String entry, String args, String expected, String code)
            throws InterruptedException {
        assertThat(results(language, entry, args, expected, code))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.verdict()).as(result.note()).isEqualTo(Verdict.ACCEPTED);
                });
    }

    @ParameterizedTest(name = "{0}: {2} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            cpp        | RUNTIME_ERROR | the reason      | int f(int x) { throw std::runtime_error("the reason"); }
            cpp        | WRONG_ANSWER  | no public function f | class Solution { public: int g(int x) { return 1; } };
            cpp        | WRONG_ANSWER  | not finite      | double f(int x) { return 0.0 / 0; }
            cpp        | RUNTIME_ERROR | does not take 1 | int f(int x, int y) { return 1; }
            cpp        | COMPILE_ERROR | candidate.cpp:1:23 | int f(int x) { return y; }
            cpp        | WRONG_ANSWER  | nothing         | int f(int x) { exit(0); }
            cpp        | WRONG_ANSWER  | nothing         | #include <unistd.h>{n}int f(int x) { write(3, "{}\\n{}\\n", 6); _exit(0); }
            java       | RUNTIME_ERROR | the reason      | class Solution { int f(int x) { throw new IllegalStateException("the reason"); } }
            java       | WRONG_ANSWER  | no method f     | class Solution { int g(int x) { return 1; } }
            java       | WRONG_ANSWER  | NaN             | class Solution { double f(int x) { return 0.0 / 0; } }
            java       | RUNTIME_ERROR | does not take 1 | class Solution { int f(int x, int y) { return 1; } }
            java       | COMPILE_ERROR | cannot find     | class Solution { int f(int x) { return y; } }
            java       | WRONG_ANSWER  | nothing         | class Solution { int f(int x) { System.exit(0); return 1; } }
            javascript | RUNTIME_ERROR | the reason      | function f(x) { throw new Error("the reason"); }
            javascript | WRONG_ANSWER  | no function f   | function g(x) { return 1; }
            javascript | WRONG_ANSWER  | NaN             | function f(x) { return NaN; }
            javascript | WRONG_ANSWER  | nested          | function f(x) { const a = []; a.push(a); return a; }
            javascript | COMPILE_ERROR | Unexpected      | function f(x) { return ]; }
            javascript | WRONG_ANSWER  | nothing         | function f(x) { process.exit(0); }
            javascript | WRONG_ANSWER  | malformed       | function f(x) { require('fs').writeSync(3, '{"error": "pass"}\\n'); process.exit(0); }
            """)
    void what_goes_wrong_has_the_verdict_that_python_has(String language, Verdict verdict, String note, String code)
            throws InterruptedException {
        assertThat(results(language, "f", "[1]", "1", code)).singleElement().satisfies(result -> {
            assertThat(result.verdict()).as(result.note()).isEqualTo(verdict);
            assertThat(result.note()).contains(note);
        });
    }

    @Test
    void the_program_that_is_built_is_the_same_for_every_call() throws InterruptedException {
        var suite = TWO_SUM.formatted("cpp").replace("[0, 1], [1, 2]", "[5, 5], [5, 5]");
        var grade =
                grade("cpp", suite, "vector<int> twoSum(vector<int> v, int t) { static int n = 4; return {++n, n}; }");
        assertThat(Grading.reward(grade)).isEqualTo(1);
    }
}
