package dev.rlvr.grader.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.ByteSize;
import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.Suite;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read around the tests of a foreign row. */
class ForeignDefaultsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'timeout': 3                            | 3000
                    'timeout': 0.25                         | 250
                    'time_limit': '2 seconds'               | 2000
                    'time_limit': '2.0 seconds'             | 2000
                    'time_limit': '500ms'                   | 500
                    'time_limit': {'seconds': 2, 'nanos': 500000000} | 2500
                    'time_limit': {'seconds': 2}            | 2000
                    'time_limit': null                      | 10000
                    'metadata': {'timeout': '4'}            | 4000
                    """)
    void a_time_limit_is_read_in_seconds(String field, long cpuMs) {
        assertThat(read(field).limits().cpu()).isEqualTo(Duration.ofMillis(cpuMs));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'memory_limit': 256                     | 268435456
                    'memory_limit': 256000000               | 256000000
                    'memory_limit': '256.0 megabytes'       | 268435456
                    'memory_limit': '1 GB'                  | 1073741824
                    'memory_limit_bytes': 67108864          | 67108864
                    """)
    void a_memory_limit_is_read_in_megabytes_or_bytes(String field, long bytes) {
        assertThat(read(field).limits()).isEqualTo(Limits.DEFAULT.withMemory(new ByteSize(bytes)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'task_id': 'HumanEval/0'                        | HumanEval/0
                    'task_id': 11, 'name': 'x'                      | 11
                    'id': 'outer', 'metadata': {'task_id': 'inner'} | outer
                    'question_id': ' abc '                          | abc
                    'id': null, 'name': ''                          | default
                    'id': [1]                                       | default
                    """)
    void the_outermost_id_counts(String fields, String id) {
        assertThat(read(fields).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'language': 'Python3'      | python
                    'lang': 'PY'               | python
                    'language': 'OCaml'        | ocaml
                    'task_id': 'Rust/3'        | rust
                    'task_id': 'Python/3'      | python
                    """)
    void the_language_is_said_or_follows_from_the_task(String field, String language) {
        assertThat(read(field).language()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'prompt': 'def f():\\n', 'canonical_solution': ' return 1'           | def f():\\n return 1
                    'prompt': 'Don^t write (much.', 'canonical_solution': 'def f(): 1'   | def f(): 1
                    'solutions': ['a', 'b']                                              | a
                    'solutions': '[\\'a\\', \\'b\\']'                            | a
                    'code': ' ', 'solution': 'x'                                         | x
                    """)
    void the_reference_is_a_whole_program(String fields, String reference) {
        assertThat(read(fields).reference().replace("\n", "\\n")).isEqualTo(reference);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1.5, false", "'[[1, 2.0]]', false", "'{\"a\": true}', true"})
    void values_are_compared_exactly_unless_a_float_is_expected(String expected, boolean exact) {
        var row = "{\"fn_name\": \"f\", \"test_cases\": [{\"args\": [1.5], \"output\": " + expected + "}]}";

        assertThat(SuiteReader.read(row, "here", "x").checker())
                .isEqualTo(exact ? CheckerSpec.JSON : new CheckerSpec.JsonValue(1e-9, 1e-9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    12345678901234567890123          | 12345678901234567890123
                    1.0                              | 1.0
                    1.2345678901234568e+16           | 1.2345678901234568E16
                    '\\ud83d'                        | "\\uD83D"
                    -0.0                             | -0.0
                    """)
    void a_value_keeps_its_type_and_digits(String value, String written) {
        var row = "{'fn_name': 'f', 'test_cases': [{'args': [" + value + "], 'output': 1}]}";

        assertThat(Described.suite(SuiteReader.read(row.replace("'", "\""), "here", "x")))
                .isEqualTo("function f: 1=[" + written + "] > 1");
    }

    private static Suite read(String fields) {
        var row = "{'test_list': ['assert f(1)'], " + fields + "}";
        return SuiteReader.read(row.replace("'", "\"").replace("^", "'"), "here", "default");
    }
}
