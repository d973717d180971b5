package dev.rlvr.grader.suite.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonModuleTest {

    private static final String TRICKY = """
            import unittest
            text = '''
            def test_in_string(): pass
            ''' + "def test_quote(): \\" pass"
            raw = r"\\\\" + rb'''
            def test_raw(): pass'''
            # def test_comment(): pass
            if True:
                def test_nested(): pass
            @pytest.mark.parametrize("x", [
            1,
            2])
            def test_decorated(x): pass
            async def test_async(): pass
            def helper():
                def test_inner(): pass
            class TestPlain:
                limit = 1; '''doc
            def test_docstring(self): pass'''
                def test_a(self,
            b=(1)):
                    def test_local(): pass
                @staticmethod
                def test_b(): pass
                def helper(self): pass
            class TestWithInit:
                def __init__(self): pass
                def test_c(self): pass
            class Base(unittest.TestCase):
            \tdef test_base(self): pass
            class Derived(Base):
            \tdef testCamel(self): pass
            class Other:
                def test_d(self): pass
            class Tests(Other, metaclass=Meta): x = 1
            def test_called(): pass
            test_called()
            if __name__ == '__main__': unittest.main()
            """;

    @Test
    void tests_are_found_as_unittest_and_pytest_would() {
        assertThat(PythonModule.of(TRICKY).tests())
                .containsExactly(
                        "test_decorated",
                        "test_async",
                        "TestPlain.test_a",
                        "TestPlain.test_b",
                        "Base.test_base",
                        "Derived.testCamel",
                        "Derived.test_base",
                        "Tests.test_d");
    }

    @Test
    void line_ends_of_windows_change_nothing() {
        assertThat(PythonModule.of(TRICKY.replace("\n", "\r\n")).tests())
                .isEqualTo(PythonModule.of(TRICKY).tests());
    }

    @Test
    void only_the_outermost_definitions_count() {
        assertThat(PythonModule.of("def f():\n def g(): 1\nclass C:\n def m(s): 1\nasync def h(): 1\nx = 'def no(): 1'")
                        .definitions())
                .containsExactly("f", "C", "h");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    assert f(1) == 2                                | f
                    assert set(f((1, 2))) == set((1,))              | f
                    assert math.isclose(f(1), 2.0)                  | f
                    assert (f(1)) == 2                              | f
                    assert not f (1)                                | f
                    assert sum([1]) == 1                            | sum
                    from math import isclose; assert isclose(f(), 1)| f
                    import numpy as np; assert np.all(f())          | f
                    from m import a as b; assert b(a())             | a
                    assert 'g(1)' + f(2)                            | f
                    assert Stack().push(1)                          | Stack
                    assert x == 1                                   | ~~
                    """)
    void an_assert_is_about_the_first_function_that_is_not_python_s_own(String code, String name) {
        assertThat(PythonModule.of(code).calledFunction()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    def f(a: int) -> List[int]:        | List
                    def f(a) -> typing.List[int]:      | List
                    class S:\\n  def f(self) -> int: 1 | int
                    def f(a):                          | ''
                    def g(a) -> int:                   | ''
                    """)
    void the_annotation_tells_the_return_type(String code, String type) {
        assertThat(PythonModule.of(code.replace("\\n", "\n")).returnType("f")).isEqualTo(type);
    }

    @Test
    void imports_from_a_module_are_named_as_the_module_has_them() {
        var code =
                "from solution import f, (g as h)\nfrom other import x\nfrom solution import (\n  i,\n  j)\nimport solution";

        assertThat(PythonModule.of(code).importedFrom(Set.of("solution"))).containsExactly("f", "g", "i", "j");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check(f)", "x = check(f)", "check (f)", "if True: check(f)"})
    void a_call_at_the_outermost_level_is_seen(String code) {
        assertThat(PythonModule.of("def check(c): 1\n" + code).calls("check")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"def check(c): 1", "def f():\n  check(1)", "'check(f)'", "# check(f)", "x.check(f)", "check"})
    void what_is_no_such_call_is_not(String code) {
        assertThat(PythonModule.of(code).calls("check")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"def f(x):", "import os", "from a import b", "\"\"\"doc\"\"\"", "@d\nclass C: 1"})
    void code_looks_like_code(String text) {
        assertThat(PythonModule.of(text).looksLikeCode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Write a function.", "Don't import (anything", "from here to there", "Classes are fun"})
    void prose_does_not(String text) {
        assertThat(PythonModule.of(text).looksLikeCode()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "'",
                "\"\"\"",
                "\\",
                "\n",
                "def ",
                "class X(",
                "'\\",
                "\t",
                "def test_a(): 1\n",
                "a.",
                "#",
                "1e"
            })
    void time_grows_with_the_length_only(String piece) {
        var source = piece.repeat(1_000_000 / piece.length());

        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            var module = PythonModule.of(source);
            module.tests();
            module.calledFunction();
            module.calls("check");
        });
    }
}
