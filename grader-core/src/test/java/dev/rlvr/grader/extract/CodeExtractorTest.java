package dev.rlvr.grader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.extract.Extraction.Found;
import dev.rlvr.grader.extract.Extraction.NotFound;
import dev.rlvr.grader.model.FenceChoice;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodeExtractorTest {

    private final CodeExtractor extractor = new CodeExtractor();

    static Stream<ExtractionCase> cases() {
        return Stream.of("fences", "several-blocks", "reasoning", "tags", "raw", "continuations")
                .flatMap(file -> ExtractionCase.read("/extraction/" + file + ".txt").stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void finds_what_the_model_meant(ExtractionCase expected) {
        var extraction = extractor.extract(expected.completion(), expected.suite());

        switch (extraction) {
            case Found found -> {
                assertThat(found.submission().source()).isEqualTo(expected.source());
                assertThat(found.rule()).isEqualTo(expected.rule());
                assertThat(found.continuation()).isEqualTo(expected.rule().endsWith("/continuation"));
            }
            case NotFound(var reason) -> assertThat("nothing: " + reason).isEqualTo(expected.rule());
        }
    }

    @Test
    void the_cases_are_all_read() {
        assertThat(cases())
                .hasSizeGreaterThan(80)
                .extracting(ExtractionCase::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_first_block_is_taken_when_told() {
        var completion = "```python\nprint(input())\n```\nor\n```python\nprint(input() + '')\n```\n";

        assertThat(new CodeExtractor(FenceChoice.FIRST).extract(completion, Suites.stdio()))
                .isInstanceOfSatisfying(Found.class, found -> {
                    assertThat(found.rule()).isEqualTo("fence:first");
                    assertThat(found.submission().source()).isEqualTo("print(input())\n");
                });
    }

    @Test
    void a_completion_of_absurd_length_is_not_read() {
        assertThat(extractor.extract("x".repeat(CodeExtractor.LONGEST + 1), Suites.stdio()))
                .isEqualTo(new NotFound("too long: 16777217 characters of at most 16777216"));
    }

    @Test
    void line_ends_of_any_system_become_line_feeds() {
        for (var lineEnd : List.of("\n", "\r\n", "\r")) {
            assertThat(source("```python\ndef f():\n    return 1\n```".replace("\n", lineEnd)))
                    .isEqualTo("def f():\n    return 1\n");
        }
    }

    @Test
    void what_python_will_refuse_is_handed_over_as_it_is() {
        assertThat(source("```python\nprint('a\0b\ud800')\n```")).isEqualTo("print('a\0b\ud800')\n");
    }

    private String source(String completion) {
        return ((Found) extractor.extract(completion, Suites.stdio()))
                .submission()
                .source();
    }

    @ParameterizedTest
    @CsvSource({
        "cpp, cpp",
        "cpp, c++",
        "cpp, C++",
        "cpp, cc",
        "cpp, c++17",
        "java, java",
        "java, Java",
        "javascript, js",
        "javascript, javascript",
        "javascript, node",
        "typescript, ts",
        "go, golang",
        "rust, rs",
        "csharp, c#",
        "kotlin, kt",
        "c, c",
        "ruby, rb",
        "go, main.go",
        "cpp, 'cpp title=\"a.cpp\"'",
        "java, {.java}",
    })
    void other_languages_are_known_by_their_labels(String language, String label) {
        var completion = "```python\nprint(1)\n```\n```" + label + "\nint main();\n```\n```bash\nmake\n```\n";

        assertThat(extractor.extract(completion, Suites.stdio(language)))
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> assertThat(found.submission().source()).isEqualTo("int main();\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "python",
        "Python",
        "PYTHON",
        "py",
        "py3",
        "python3",
        "Python 3",
        "python3.11",
        "{.python}",
        "{python}",
        "'python title=\"x\"'",
        "python:main.py",
        "main.py",
        "'python,linenos'",
        "language-python",
        "' python'",
    })
    void python_is_known_by_many_labels(String label) {
        assertThat(extractor.extract("```" + label + "\nx\n```\n```text\ny\n```", Suites.stdio()))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.rule()).isEqualTo("fence:last"));
    }
}
