package dev.rlvr.grader;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The programs of {@code testcases/hostile/native}, which other compilers than Python's have to deal with first. */
@Tag("languages")
class NativeCheatsIT {

    private static Grading grading;

    @BeforeAll
    static void start() throws InterruptedException {
        grading = new Grading(1);
    }

    @AfterAll
    static void stop() {
        grading.close();
    }

    @TestFactory
    Stream<DynamicTest> each_program_gets_what_its_first_line_says() throws IOException {
        var row = Cheats.rows("native").getFirst();
        var honest = Cheats.suites("limits").getFirst();
        return Cheats.programs("native").stream()
                .map(program -> DynamicTest.dynamicTest(program.name(), () -> {
                    var tests = Cheats.Tests.of(row.replace("@LANGUAGE@", program.language()));
                    var attempt = new Cheats.Attempt("native", program, tests, honest);
                    attempt.check(grading);
                }));
    }
}
