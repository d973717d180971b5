package dev.rlvr.grader.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.model.Sample.SuiteRef;
import dev.rlvr.grader.suite.json.Json;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Single rows, with single quotes for double ones. */
class SampleRowsTest {

    private static final String TESTS = "{'tests': ['assert f(1)']}";
    private static final String INLINE = "inline {\"tests\":[\"assert f(1)\"]}";
    private static final String USER = "{'role': 'user', 'content': 'q'}";

    static Stream<Arguments> completions() {
        return Stream.of(
                arguments("'messages': [" + USER + ", {'role': 'assistant', 'content': 'a'}]", "a"),
                arguments(
                        "'messages': [" + USER
                                + ", {'role': 'nova_assistant', 'content': [{'type': 'text', 'text': 'a'}]}]",
                        "a"),
                arguments("'messages': [{'role': 'assistant', 'content': {'text': 'a'}}]", "a"),
                arguments(
                        "'messages': [{'role': 'assistant', 'content': ['a', {'text': 'b'}, {'type': 'image'}]}]",
                        "ab"),
                arguments(
                        "'messages': [{'role': 'assistant', 'content': 'a'}, {'role': 'assistant', 'content': 'b'}]",
                        "b"),
                arguments("'messages': [{'role': 'assistant', 'content': 'a'}, " + USER + "]", "a"),
                arguments("'messages': [" + USER + "]", ""),
                arguments("'messages': [" + USER + "], 'solution': 'of the data set'", ""),
                arguments(
                        "'messages': [{'role': 'assistant', 'content': 'few-shot'}, " + USER + "], 'completion': 'a'",
                        "a"),
                arguments("'messages': [], 'response': 'a'", "a"),
                arguments("'messages': [{'role': 'assistant', 'content': null}]", ""),
                arguments("'messages': [{'role': 'assistant'}]", null),
                arguments("'messages': '[{\\'role\\': \\'assistant\\', \\'content\\': \\'a\\'}]'", "a"),
                arguments("'messages': [{'role': 'assistant', 'content': 'x'}], 'model_response': 'a'", "a"),
                arguments("'completion': 'a'", "a"),
                arguments("'completion': ''", ""),
                arguments("'completion': [{'role': 'assistant', 'content': 'a'}]", "a"),
                arguments("'prompt': 'q', 'responses': ['a']", "a"),
                arguments("'prompt': [" + USER + "], 'solution_str': 'a', 'data_source': 'x'", "a"),
                arguments("'prompt': [" + USER + ", {'role': 'assistant', 'content': 'a'}]", "a"),
                arguments("'prompt': [" + USER + "]", ""),
                arguments("'prompt': [" + USER + ", {'role': 'assistant', 'content': 'prefix'}], 'output': 'a'", "a"),
                arguments("'prompt': 'q'", null),
                arguments("'generation': 'a'", "a"),
                arguments("'output': 'a'", "a"),
                arguments("'solution': 'a', 'output': 'b'", "b"),
                arguments("'completions': [[{'role': 'assistant', 'content': 'a'}]]", "a"));
    }

    @ParameterizedTest
    @MethodSource("completions")
    void the_completion_is_found(String fields, String completion) {
        var row = read("{" + fields + ", 'suite': 's'}");

        if (completion == null) {
            assertThat(row).isInstanceOf(SampleRow.Bad.class);
        } else {
            assertThat(good(row).completion()).isEqualTo(completion);
        }
    }

    static Stream<Arguments> references() {
        return Stream.of(
                arguments("'suite': 's'", "named s"),
                arguments("'suite': " + TESTS, INLINE),
                arguments(
                        "'suite': 1, 'mode': 'stdio', 'cases': []",
                        "inline {\"suite\":1,\"mode\":\"stdio\",\"cases\":[]}"),
                arguments("'reference_answer': 's'", "named s"),
                arguments("'reference_answer': 42", "named 42"),
                arguments("'reference_answer': " + TESTS, INLINE),
                arguments("'reference_answer': '{\\'tests\\': [\\'assert f(1)\\']}'", INLINE),
                arguments("'reference_answer': {'text': 's'}", "named s"),
                arguments("'reference_answer': {'text': '{\\'tests\\': [\\'assert f(1)\\']}'}", "inline {\"text\":"),
                arguments("'reference_answer': {'task_id': 's'}", "named s"),
                arguments("'reference_answer': ['assert f(1)']", "inline [\"assert f(1)\"]"),
                arguments("'reference_answer': 'a', 'metadata': {'reference_answer': 'b'}", "named a"),
                arguments("'reference_answer': null, 'metadata': {'reference_answer': 'b'}", "named b"),
                arguments(
                        "'reference_answer': {'answer': 5}, 'metadata': " + TESTS + ", 'tests': ['assert f(1)']",
                        "inline"),
                arguments("'metadata': '{\\'reference_answer\\': \\'b\\'}'", "named b"),
                arguments(
                        "'metadata': {'test_cases': [{'input': '1', 'output': '2'}], 'fn_name': 'f'}",
                        "inline {\"test_cases\":[{\"input\":\"1\",\"output\":\"2\"}],\"fn_name\":\"f\"}"),
                arguments("'metadata': {'test_cases': 'b'}", "named b"),
                arguments("'metadata': {'ground_truth': 'b'}, 'tests': ['assert f(1)']", "named b"),
                arguments("'metadata': {'ground_truth': " + TESTS + "}", INLINE),
                arguments("'tests': ['assert f(1)']", INLINE),
                arguments("'reward_model': {'style': 'rule', 'ground_truth': " + TESTS + "}", INLINE),
                arguments("'reward_model': '{\\'ground_truth\\': \\'b\\'}'", "named b"),
                arguments("'ground_truth': 'b'", "named b"),
                arguments("'extra_info': " + TESTS, INLINE),
                arguments("'model_response': 'a', 'response': " + TESTS, INLINE),
                arguments("'model_response': 'a', 'response': 'r', 'reference_answer': 's'", "named s"),
                arguments("'response': 'r', 'task_id': 't'", "named t"),
                arguments("'extra_info': {'index': 1}, 'task_id': 't'", "named t"),
                arguments("'task_id': 7", "named 7"),
                arguments("'reference_answer': {'answer': 5}", "inline {\"answer\":5}"),
                arguments("'other': 1", "missing"));
    }

    @ParameterizedTest
    @MethodSource("references")
    void the_tests_are_found(String fields, String reference) {
        var shown = switch (good(read("{'completion': 'a', " + fields + "}")).suite()) {
            case SuiteRef.Named(var name) -> "named " + name;
            case SuiteRef.Inline(var json) -> "inline " + json;
            case SuiteRef.Missing _ -> "missing";
        };
        assertThat(shown).startsWith(reference);
        assertThat(shown).doesNotContain("completion");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'id': 'x'                    | x
                    'id': 7                      | 7
                    'id': 1.5                    | 1.5
                    'id': true                   | true
                    'id': null                   | default
                    'id': ''                     | default
                    'id': 'x', 'task_id': 't'    | x
                    'task_id': 't'               | t#0
                    """)
    void the_id_is_text_whatever_it_was(String fields, String id) {
        assertThat(good(read("{'completion': 'a', 'suite': 's', " + fields + "}"))
                        .id())
                .isEqualTo(id);
    }

    @Test
    void completions_of_one_prompt_have_one_task() {
        var first = good(read("{'messages': [" + USER + ", {'role': 'assistant', 'content': 'a'}], 'reference_answer': "
                + TESTS + "}"));
        var second = good(read("{'messages': [" + USER
                + ", {'role': 'assistant', 'content': 'b'}], 'reference_answer': " + TESTS + "}"));
        var other = good(read("{'messages': [{'role': 'user', 'content': 'r'}], 'reference_answer': " + TESTS + "}"));

        assertThat(first.task())
                .isEqualTo(second.task())
                .isNotEqualTo(other.task())
                .matches("[0-9a-f]{16}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'task_id': 't', 'suite': 's'        | t
                    'suite': 's', 'prompt': 'q'         | s
                    'prompt': 'q', 'tests': ['assert 1'] | [0-9a-f]{16}
                    'tests': ['assert 1']               | [0-9a-f]{16}
                    'other': 1                          | default
                    """)
    void a_task_is_named_by_the_best_that_is_there(String fields, String task) {
        assertThat(good(read("{'completion': 'a', " + fields + "}")).task()).matches(task);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    5                                                             | here: is a number; write an object
                    [{'completion': 'a'}]                                         | here: is a list; write an object
                    {}                                                            | here: completion: is missing
                    {'completion': null}                                          | here: completion: is null
                    {'completion': 5}                                             | here: completion: is a number; write text
                    {'completion': [5]}                                           | here: completion: has a part without text
                    {'completion': {'a': 1}}                                      | here: completion: has a part without text
                    {'completions': []}                                           | here: completions: is empty
                    {'completions': ['a', null]}                                  | here: completions[1]: is null
                    {'completions': ['a', 'b']}                                   | here: holds 2 completions
                    {'messages': 5}                                               | here: messages: is a number
                    {'messages': [5]}                                             | here: messages[0].role: is missing
                    {'messages': [{'role': 5}]}                                   | here: messages[0].role: is missing
                    {'messages': [{'role': 'assistant', 'content': 5}]}           | here: messages[0].content: is a number
                    {'messages': [{'role': 'assistant', 'content': [{'text': 5}]}]} | here: messages[0].content: has a part
                    {'completion': 'a', 'reference_answer': '{'}                  | here: reference_answer: starts like JSON but
                    """)
    void a_bad_row_says_what_is_wrong(String row, String problem) {
        assertThat(read(row))
                .isInstanceOfSatisfying(
                        SampleRow.Bad.class, bad -> assertThat(bad.problem()).startsWith(problem));
    }

    @Test
    void a_bad_row_is_known_by_its_id() {
        assertThat(read("{'id': 'x'}"))
                .isInstanceOfSatisfying(
                        SampleRow.Bad.class, bad -> assertThat(bad.id()).isEqualTo("x"));
    }

    private static SampleRow read(String row) {
        return SampleReader.read(node(row), "here", "default");
    }

    private static Sample good(SampleRow row) {
        assertThat(row).isInstanceOf(SampleRow.Good.class);
        return ((SampleRow.Good) row).sample();
    }

    private static JsonNode node(String row) {
        var json = row.replace("\\'", "\\\"").replace("'", "\"");
        return ((Json.Parsed.Value) Json.parse(json)).node();
    }
}
