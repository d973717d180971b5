package dev.rlvr.grader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.suite.SuiteReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every program of {@code testcases/hostile} against the suites beside it. There is one box, so each is followed on it
 * by an honest solution.
 */
class CheatsIT {

    private static final Path HOSTILE = RealData.home().resolve("testcases/hostile");
    private static final List<String> MODES = List.of("stdio", "function", "assert");

    /** In place of @CANARY@: what a program can only say if it has read what is expected. */
    private static final String CANARY =
            "canary-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

    private static Grading grading;

    private record Tests(String row, Suite suite) {
        static Tests of(String row) {
            return new Tests(row, SuiteReader.read(row, "hostile", "hostile"));
        }

        Sample sample(String id, String program) {
            return new Sample(id, suite.id(), RealData.fenced(program), new Sample.SuiteRef.Inline(row));
        }
    }

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
        var all = Stream.<DynamicTest>builder();
        for (var mode : MODES) {
            for (var program : programs(mode)) {
                for (var tests : suites(mode)) {
                    if (program.isFor(tests.suite().id())) {
                        var name = mode + "/" + program.name() + " on "
                                + tests.suite().id();
                        all.add(DynamicTest.dynamicTest(name, () -> check(program, tests, name)));
                    }
                }
            }
        }
        return all.build();
    }

    @Test
    void every_program_is_for_some_suite() throws IOException {
        for (var mode : MODES) {
            var suites = suites(mode);
            assertThat(programs(mode))
                    .isNotEmpty()
                    .allSatisfy(program -> assertThat(suites)
                            .anyMatch(tests -> program.isFor(tests.suite().id())));
        }
    }

    private static void check(HostileProgram program, Tests tests, String name) throws InterruptedException {
        var grade = grading.grade(tests.sample(name, program.source()));
        var honest = grading.grade(tests.sample("honest", tests.suite().reference()));

        assertThat(grade).as(Grading.describe(grade)).isInstanceOf(Grade.Scored.class);
        assertThat(Grading.reward(grade)).as(Grading.describe(grade)).isEqualTo(program.isControl() ? 1 : 0);
        assertThat(((Grade.Scored) grade).cases())
                .as(Grading.describe(grade))
                .allSatisfy(result ->
                        assertThat(program.verdicts()).contains(result.verdict().abbreviation()));
        assertThat(Grading.reward(honest)).as(Grading.describe(honest)).isEqualTo(1);
    }

    private static List<HostileProgram> programs(String mode) throws IOException {
        try (var files = Files.list(HOSTILE.resolve(mode))) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .map(HostileProgram::read)
                    .toList();
        }
    }

    private static List<Tests> suites(String mode) throws IOException {
        return Files.readAllLines(HOSTILE.resolve(mode).resolve("suites.jsonl")).stream()
                .map(row -> Tests.of(row.replace("@CANARY@", CANARY)))
                .toList();
    }
}
