package dev.rlvr.grader.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rlvr.grader.suite.json.Json;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** One row of each shape in the wild, with single quotes for double ones. */
class ForeignShapesTest {

    private static final String CHECK = "'def check(candidate):\\n  assert candidate(1) == 2'";
    private static final String CHECKED =
            "assert [f]f: check=def check(candidate):|  assert candidate(1) == 2||check(f)|";

    static Stream<Arguments> code() {
        return Stream.of(
                arguments("HumanEval", "{'prompt': 'def f(x):', 'entry_point': 'f', 'test': " + CHECK + "}", CHECKED),
                arguments(
                        "a test that calls check itself",
                        "{'entry_point': 'f', 'test': 'def check(f):\\n  assert f(1)\\ncheck(f)'}",
                        "assert [f]f: check=def check(f):|  assert f(1)|check(f)"),
                arguments(
                        "LeetCode",
                        "{'tests': {'functional': 'def check(c):\\n  assert c(1)\\ncheck(Solution().f)'}}",
                        "assert [Solution]: check=def check(c):|  assert c(1)|check(Solution().f)"),
                arguments(
                        "LeetCode with the method as entry point",
                        "{'entry_point': 'Solution().f', 'test': " + CHECK + "}",
                        "assert [Solution]: check=def check(candidate):|  assert candidate(1) == 2||check(Solution().f)|"),
                arguments(
                        "loops of assertion(...), as in HumanEval+ and MBPP+",
                        "{'entry_point': 'f', 'test': 'for i, e in [(1, 2)]:\\n  assertion(f(i), e, 0)'}",
                        "assert [f]: module=for i, e in [(1, 2)]:|  assertion(f(i), e, 0)"),
                arguments(
                        "KodCode",
                        "{'solution': 'def g(): 1', 'test': 'from solution import f, h as k\\ndef test_a():\\n assert f()\\n"
                                + "def test_b(): assert k()'}",
                        "assert [f, h]: test_a=(test_a); test_b=(test_b)"),
                arguments(
                        "unittest",
                        "{'code': 'def f(): 1', 'test_code': 'class TestF(unittest.TestCase):\\n def test_a(self):\\n  f()\\n"
                                + " async def test_b(self): f()\\n def helper(self): 1'}",
                        "assert [f]: TestF.test_a=(TestF.test_a); TestF.test_b=(TestF.test_b)"),
                arguments(
                        "another language",
                        "{'task_id': 'CPP/0', 'entry_point': 'f', 'prompt': 'int f(){', 'test': 'int main(){}'}",
                        "inline f: module=int main(){}"));
    }

    static Stream<Arguments> asserts() {
        return Stream.of(
                arguments(
                        "MBPP",
                        "{'test_list': ['assert f(1) == 2'], 'test_setup_code': 'import math', 'challenge_test_list':"
                                + " ['assert f(2) == 3'], 'code': 'def f(x): 1\\nclass C: 1'}",
                        "assert [C, f]: 1=import math|assert f(1) == 2|; 2=import math|assert f(2) == 3|"),
                arguments(
                        "MBPP sanitised, without code",
                        "{'prompt': 'Write f.', 'test_imports': ['import math', 'from os import path'], 'test_list':"
                                + " ['assert path(set(math.floor(f(1)))) == g(2)']}",
                        "assert [f]: 1=import math|from os import path|assert path(set(math.floor(f(1)))) == g(2)|"),
                arguments(
                        "MBPP+",
                        "{'test_list': ['assert f(1)'], 'test': 'for x in y: assertion(f(x), 1)'}",
                        "assert [f]: 1=assert f(1)|; module=for x in y: assertion(f(x), 1)"),
                arguments("verl", "{'assert_case': ['assert f(1)']}", "assert [f]: 1=assert f(1)|"),
                arguments(
                        "a builtin under test",
                        "{'asserts': ['assert sum(1, 2)']}",
                        "assert [sum]: 1=assert sum(1, 2)|"),
                arguments(
                        "open-instruct",
                        "{'tests': ['assert f(1)', 'assert g(1)']}",
                        "assert [f, g]: 1=assert f(1)|; 2=assert g(1)|"),
                arguments("a bare list", "['assert f(1)']", "assert [f]: 1=assert f(1)|"));
    }

    static Stream<Arguments> examples() {
        return Stream.of(
                arguments(
                        "APPS",
                        "{'inputs': ['1\\n2', ['a', 'b']], 'outputs': ['3', ['c', 4]]}",
                        "stdio: 1=1|2 > 3; 2=a|b > c|4"),
                arguments(
                        "APPS with a function, every output wrapped",
                        "{'fn_name': 'f', 'inputs': [[1, 2], [3]], 'outputs': [[3], ['a']]}",
                        "function f: 1=[1,2] > 3; 2=[3] > \"a\""),
                arguments(
                        "a bare output shows that none is wrapped",
                        "{'fn_name': 'f', 'inputs': [[1], [2]], 'outputs': [[3], 4]}",
                        "function f: 1=[1] > [3]; 2=[2] > 4"),
                arguments(
                        "a function that returns a list of one",
                        "{'fn_name': 'f', 'inputs': [[1]], 'outputs': [[3]], 'starter_code': 'def f(x) -> List[int]:'}",
                        "function f: 1=[1] > [3]"),
                arguments(
                        "a wrapped list of one",
                        "{'fn_name': 'f', 'inputs': [[1]], 'outputs': [[[3]]], 'starter_code': 'def f(x) -> List[int]:'}",
                        "function f: 1=[1] > [3]"),
                arguments(
                        "TACO",
                        "{'input_output': '{\\'inputs\\': [\\'1\\'], \\'outputs\\': [\\'2\\']}'}",
                        "stdio: 1=1 > 2"),
                arguments(
                        "LiveCodeBench on stdin",
                        "{'public_test_cases': '[{\\'input\\': \\'1\\', \\'output\\': \\'2\\', \\'testtype\\': \\'stdin\\'}]',"
                                + " 'private_test_cases': '[{\\'input\\': \\'3\\', \\'output\\': \\'4\\', \\'testtype\\': \\'stdin\\'}]',"
                                + " 'metadata': '{}'}",
                        "stdio: 1=1 > 2; 2=3 > 4"),
                arguments(
                        "LiveCodeBench with a function",
                        "{'public_test_cases': [{'input': '[1, 2]\\n\\'a\\'', 'output': '[3]', 'testtype': 'functional'}],"
                                + " 'metadata': '{\\'func_name\\': \\'f\\'}'}",
                        "function f: 1=[[1,2],\"a\"] > [3]"),
                arguments(
                        "DeepMind's CodeContests",
                        "{'public_tests': {'input': ['1'], 'output': ['2']}, 'private_tests': {'input': [], 'output': []},"
                                + " 'generated_tests': {'input': ['3'], 'output': ['4']}}",
                        "stdio: 1=1 > 2; 2=3 > 4"),
                arguments(
                        "test_cases",
                        "{'test_cases': [{'stdin': '1', 'expected_output': '2'}, {'answer': 3}]}",
                        "stdio: 1=1 > 2; 2= > 3"),
                arguments(
                        "test_cases of a function",
                        "{'entry_point': 'f', 'test_cases': [{'input': [1], 'output': [2]}, {'input': 3, 'expected': null}]}",
                        "function f: 1=[1] > [2]; 2=[3] > null"),
                arguments(
                        "QuixBugs",
                        "{'name': 'f', 'entry_point': 'f', 'testcases': [{'args': [[1.0]], 'expected': 'é'}]}",
                        "function f: 1=[[1.0]] > \"\\u00E9\""),
                arguments(
                        "a method of Solution",
                        "{'fn_name': 'Solution.f', 'inputs': [[1]], 'outputs': [2]}",
                        "function f: 1=[1] > 2"));
    }

    static Stream<Arguments> wrapped() {
        var inner = "{'inputs': ['1'], 'outputs': ['2']}";
        return Stream.of(
                        "{'reference_answer': " + inner + "}",
                        "{'ground_truth': " + inner + "}",
                        "{'reward_model': {'style': 'rule', 'ground_truth': " + inner + "}}",
                        "{'text': " + inner + "}",
                        "{'metadata': {'test_cases': [{'input': '1', 'output': '2'}]}}",
                        "{'reference_answer': [{'input': '1', 'output': '2'}]}",
                        "{'metadata': {'test_cases': " + inner + "}, 'prompt': [{'role': 'user', 'content': 'x'}]}",
                        "{'extra_info': {'reference_answer': " + inner + "}}")
                .map(row -> arguments(row, row, "stdio: 1=1 > 2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"code", "asserts", "examples", "wrapped"})
    void a_row_is_recognised_by_its_shape(String name, String row, String expected) {
        assertThat(Described.suite(SuiteReader.read(json(row), "here", "x"))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"code", "asserts", "examples", "wrapped"})
    void a_row_may_be_json_in_a_string_and_that_again(String name, String row, String expected) {
        var once = Json.write(JsonNodeFactory.instance.stringNode(json(row)));
        var twice = Json.write(JsonNodeFactory.instance.stringNode(once));

        assertThat(Described.suite(SuiteReader.read(once, "here", "x"))).isEqualTo(expected);
        assertThat(Described.suite(SuiteReader.read("{\"ground_truth\": " + twice + "}", "here", "x")))
                .isEqualTo(expected);
    }

    private static String json(String row) {
        return row.replace("\\'", "\\\"").replace("'", "\"");
    }
}
