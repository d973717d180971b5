package dev.rlvr.grader.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Foreign rows that look like a suite but are none, with single quotes for double ones. */
class BadRowsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {}                                                        | no tests found (it has no fields)
                    []                                                        | no tests found
                    5                                                         | no tests found
                    'x'                                                       | no tests found
                    null                                                      | no tests found
                    {'test_list': [], 'code': 1}                              | no tests found (test_list is empty, code is a number)
                    {'test_list': null, 'test': null, 'inputs': null}         | no tests found
                    {'test_list': {'a': 1}}                                   | no tests found (test_list is an object)
                    {'test_list': ['assert f(1)', 5]}                         | test_list[1]: is not an assert statement
                    {'test_list': ['assert f(1)', ' ']}                       | test_list[1]: is not an assert statement
                    {'test_list': ['assert f(1)'], 'test_imports': 5}         | test_imports: is not code
                    {'test': 'x = 1'}                                         | test: contains no test and no assert
                    {'test': 'def check(c): assert c(1)'}                     | entry_point: is missing
                    {'test': 'assert 1', 'entry_point': 'import os'}          | entry_point: is not the name of a function
                    {'test': 'assert 1', 'entry_point': ['f']}                | entry_point: is not the name of a function
                    {'inputs': ['1', '2'], 'outputs': ['1']}                  | outputs: has 1 elements, but inputs has 2
                    {'inputs': ['1']}                                         | outputs: has 0 elements, but inputs has 1
                    {'inputs': ['1'], 'outputs': 5}                           | outputs: has 0 elements
                    {'inputs': [{}], 'outputs': ['1']}                        | inputs[0]: is neither text nor a list of lines
                    {'inputs': [['a', []]], 'outputs': ['1']}                 | inputs[0][1]: is not a line of text
                    {'inputs': ['1'], 'outputs': [null]}                      | outputs[0]: is neither text
                    {'inputs': ['1'], 'outputs': [true]}                      | outputs[0]: is neither text
                    {'inputs': [[1]], 'outputs': [1], 'fn_name': 7}           | fn_name: is not the name of a function
                    {'inputs': ['abc'], 'outputs': [1], 'fn_name': 'f'}       | inputs[0]: is text, but not one JSON value per line
                    {'inputs': [{'a': 1}], 'outputs': [1], 'fn_name': 'f'}    | inputs[0]: is an object; write the arguments as a list
                    {'inputs': [[NaN]], 'outputs': [1], 'fn_name': 'f'}       | inputs[0]: holds a number that is not finite
                    {'inputs': [[1]], 'outputs': [1e999], 'fn_name': 'f'}     | outputs[0]: holds a number that is not finite
                    {'test_cases': [{'input': '1'}]}                          | test_cases[0]: has no expected output
                    {'test_cases': [{'input': '1', 'output': null}]}          | test_cases[0].output: is neither text
                    {'test_cases': [{'output': '1'}, 5]}                      | test_cases[1]: is not an object
                    {'test_cases': [{'output': '1'}], 'fn_name': 'f'}         | test_cases[0]: has no arguments
                    {'test_cases': [{'args': [], 'output': '1'}]}             | entry_point: is missing
                    {'fn_name': 'f', 'tests': [{'stdin': '', 'output': ''}, {'args': [], 'output': ''}]} | some tests are for stdin
                    {'public_test_cases': [{'output': '1'}], 'private_test_cases': 'eJx'} | private_test_cases: is not a JSON list
                    {'test': 'assert 1', 'timeout': 'soon'}                   | timeout: is not a time
                    {'test': 'assert 1', 'timeout': -1}                       | timeout: is not a time
                    {'test': 'assert 1', 'timeout': 1e300}                    | timeout: is not a time
                    {'test': 'assert 1', 'time_limit': []}                    | time_limit: is not a time
                    {'test': 'assert 1', 'memory_limit': 1}                   | memory_limit: is not a size
                    {'test': 'assert 1', 'memory_limit': '1 XB'}              | memory_limit: is not a size
                    {'test': 'assert 1', 'language': 'x y'}                   | language: is not the id of a language
                    {'test': 'assert 1', 'language': 7}                       | language: is not the id of a language
                    {'reward_model': {'ground_truth': {'inputs': ['1']}}}     | reward_model.ground_truth.outputs: has 0 elements
                    {'reference_answer': [{'input': '1'}]}                    | reference_answer[0]: has no expected output
                    """)
    void the_problem_names_the_field(String row, String problem) {
        assertThatThrownBy(() -> SuiteReader.read(row.replace("'", "\""), "file.jsonl:7", "x"))
                .isInstanceOf(SuiteException.class)
                .hasMessageStartingWith("file.jsonl:7: ")
                .hasMessageContaining(problem);
    }

    @Test
    void all_problems_of_a_row_are_reported_together() {
        var row = "{\"inputs\": [{}, \"1\"], \"outputs\": [\"1\", null], \"timeout\": \"x\", \"language\": \"?\"}";

        assertThatThrownBy(() -> SuiteReader.read(row, "here", "x"))
                .isInstanceOfSatisfying(
                        SuiteException.class, e -> assertThat(e.problems()).hasSize(4));
    }

    @Test
    void nesting_without_end_is_an_error_and_not_an_overflow() {
        var deep = "[".repeat(100_000);
        var wrapped = "{\"ground_truth\":".repeat(400) + "1" + "}".repeat(400);

        assertThatThrownBy(() -> SuiteReader.read(deep, "here", "x")).isInstanceOf(SuiteException.class);
        assertThatThrownBy(() -> SuiteReader.read(wrapped, "here", "x")).isInstanceOf(SuiteException.class);
    }

    @Test
    void a_very_long_message_is_cut() {
        var row = "{\"" + "x".repeat(100_000) + "\": 1}";

        assertThatThrownBy(() -> SuiteReader.read(row, "here", "x"))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1000));
    }
}
