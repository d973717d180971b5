package dev.rlvr.grader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** An end before the end of the tests earns nothing, and neither do tests that were talked out of testing. */
@Tag("languages")
class InlineCheatsIT {

    private static Grading grading;

    @BeforeAll
    static void start() throws InterruptedException {
        grading = new Grading(1);
    }

    @AfterAll
    static void stop() {
        grading.close();
    }

    private static Grade grade(String language, String tests, String code) throws InterruptedException {
        var suite = JsonMapper.shared().createObjectNode();
        suite.put("suite", 1)
                .put("mode", "assert-inline")
                .put("language", language)
                .put("entry_point", "f");
        suite.putArray("cases").addObject().put("code", tests);
        return grading.grade(new Sample(
                "id", "id", "```" + language + "\n" + code + "\n```", new Sample.SuiteRef.Inline(suite.toString())));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            cpp        | #include <cassert>{n}int main() { assert(f() == 1); }                   | int f() { return 1; }
            javascript | console.assert(f() === 1)                                             | const f = () => 1
            javascript | require('assert').strictEqual(f(), 1)                                 | function f() { return 1 }
            java       | public class Main { public static void main(String[] a) { if (Solution.f() != 1) throw new AssertionError(); } } | public class Solution { static int f() { return 1; } }
            """)
    void an_honest_answer_passes(String language, String tests, String code) throws InterruptedException {
        assertThat(Grading.reward(grade(language, tests.replace("{n}", "\n"), code)))
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            cpp        | #include <cassert>{n}int main() { assert(f() == 1); } | #include <cstdlib>{n}int f() { exit(0); }
            cpp        | #include <cassert>{n}int main() { assert(f() == 1); } | #include <unistd.h>{n}int f() { _exit(0); }
            cpp        | #include <cassert>{n}int main() { assert(f() == 1); } | int main() { return 0; }{n}#define main other{n}int f() { return 2; }
            cpp        | #include <cassert>{n}int main() { assert(f() == 1); } | #include <cassert>{n}#define NDEBUG{n}int f() { return 2; }
            cpp        | #include <cassert>{n}int main() { assert(f() == 1); } | #include <unistd.h>{n}int f() { char b[99]; int n = read(0, b, 99); write(3, b, n); _exit(0); }
            javascript | console.assert(f() === 1) | const f = () => process.exit(0)
            javascript | console.assert(f() === 1) | const f = () => 2
            javascript | console.assert(f() === 1) | console.assert = () => {}; const f = () => 2
            javascript | console.assert(f() === 1) | const console = { assert() {} }; const f = () => 2
            javascript | require('assert').strictEqual(f(), 1) | require('assert').strictEqual = () => {}; const f = () => 2
            javascript | console.assert(JSON.stringify(f()) === JSON.stringify([1])) | JSON.stringify = () => ''; const f = () => 2
            java       | public class Main { public static void main(String[] a) { if (Solution.f() != 1) throw new AssertionError(); } } | class Solution { static int f() { System.exit(0); return 2; } }
            java       | public class Main { public static void main(String[] a) { if (Solution.f() != 1) throw new AssertionError(); } } | class Solution { static int f() { Runtime.getRuntime().halt(0); return 2; } }
            """)
    void a_cheat_does_not(String language, String tests, String code) throws InterruptedException {
        assertThat(Grading.reward(grade(language, tests.replace("{n}", "\n"), code.replace("{n}", "\n"))))
                .isZero();
    }
}
