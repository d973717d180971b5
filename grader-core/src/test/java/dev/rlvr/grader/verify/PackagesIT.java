package dev.rlvr.grader.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rlvr.grader.GraderBuilder;
import dev.rlvr.grader.language.LocalToolchains;
import dev.rlvr.grader.sandbox.local.Installation;
import dev.rlvr.grader.sandbox.local.LocalSandbox;
import dev.rlvr.grader.suite.SuiteCatalogue;
import dev.rlvr.grader.verify.evidence.Gatherer.Effort;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import dev.rlvr.grader.verify.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Problem packages of our own: every submission earns what it is filed under. */
class PackagesIT {

    private static final Path HOME =
            Path.of(Objects.requireNonNull(System.getProperty("grader.home"), "grader.home is not set"));
    private static final Path PACKAGES = HOME.resolve("testcases/suites/packages");

    private static LocalSandbox sandbox;
    private static Verifier verifier;
    private static Verifier examiner;

    @BeforeAll
    static void start() throws InterruptedException {
        var installation = Installation.under(HOME).showing(List.of("/etc/java-25-openjdk"));
        sandbox = new LocalSandbox(installation, 1, Optional.empty());
        var toolchains = new LocalToolchains(installation.prepared());
        verifier = new GraderBuilder(HOME).verifier(sandbox, toolchains, new Effort(1, 0));
        examiner = new GraderBuilder(HOME).verifier(sandbox, toolchains, new Effort(1, 12));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "any-pair",
                "best-effort",
                "capitals",
                "filed-by-hand",
                "higher-or-lower",
                "mean",
                "subtasks",
                "sum-of-two",
                "there-and-back",
                "words-of-the-command"
            })
    void every_submission_earns_what_it_is_filed_under(String name) throws InterruptedException {
        assertThatNothingIsFound(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-parts", "more-or-less"})
    void every_solution_of_a_problem_of_dmoj_earns_what_its_cases_say(String name) throws InterruptedException {
        assertThatNothingIsFound("../dmoj/" + name);
    }

    @Tag("languages")
    @ParameterizedTest
    @ValueSource(strings = {"fastest-pair", "polite-guess", "../testlib/nearly"})
    void validators_and_submissions_may_be_in_several_languages(String name) throws InterruptedException {
        assertThatNothingIsFound(name);
    }

    private static void assertThatNothingIsFound(String name) throws InterruptedException {
        var report = verify(PACKAGES.resolve(name));

        assertThat(report.failure()).isEmpty();
        assertThat(warnings(report)).isEmpty();
        assertThat(report.solutions()).hasSizeGreaterThan(1);
    }

    /** Without notes, such as that nothing is known of a mutant because no input could be made. */
    private static List<Finding> warnings(SuiteReport report) {
        return report.findings().stream()
                .filter(finding -> finding.rule().severity() != Severity.NOTE)
                .toList();
    }

    @Test
    void a_submission_that_is_filed_under_the_wrong_verdict_is_found(@TempDir Path folder)
            throws IOException, InterruptedException {
        var copy = copy("any-pair", folder);
        Files.move(copy.resolve("submissions/accepted/last.py"), copy.resolve("submissions/wrong_answer/last.py"));

        assertThat(verify(copy).findings())
                .extracting(Finding::rule, Finding::where)
                .containsExactly(tuple(Rule.LABEL_BROKEN, "solution wrong_answer/last.py"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"any-pair", "mean", "subtasks"})
    void mutants_are_tried_on_inputs_of_ours_whatever_groups_there_are(String name) throws InterruptedException {
        var report = examine(PACKAGES.resolve(name));

        assertThat(report.findings()).isEmpty();
        assertThat(report.strength().mutants()).isGreaterThan(4);
    }

    @Test
    void inputs_of_ours_on_which_a_validator_breaks_say_nothing(@TempDir Path folder)
            throws IOException, InterruptedException {
        var copy = copy("best-effort", folder);
        Files.writeString(copy.resolve("input_validators/amount.py"), "import sys\n\nsys.exit(42)\n");

        assertThat(warnings(examine(copy))).isEmpty();
    }

    @Test
    void a_mutant_that_breaks_a_validator_is_said_to_and_costs_nothing_else(@TempDir Path folder)
            throws IOException, InterruptedException {
        var copy = copy("best-effort", folder);
        Files.delete(copy.resolve("submissions/accepted/greedy.py"));
        Files.delete(copy.resolve("submissions/wrong_answer/one.py"));
        var validator = copy.resolve("output_validator/count.py");
        var breaks = "if len(words) > 3:\n    sys.exit(1)\nif any(";
        Files.writeString(validator, Files.readString(validator).replace("if any(", breaks));

        var report = examine(copy);

        assertThat(warnings(report)).isEmpty();
        assertThat(report.findings())
                .extracting(Finding::rule, Finding::message)
                .anySatisfy(found -> assertThat(found.toString())
                        .contains("NOT_RUN", "the tests break on the reference with another"));
        assertThat(report.strength().mutants()).isPositive();
    }

    @Test
    void a_validator_may_have_scripts_that_build_and_run_it(@TempDir Path folder)
            throws IOException, InterruptedException {
        var copy = copy("any-pair", folder);
        Files.writeString(copy.resolve("output_validator/build"), "#!/bin/sh\ncp validate.py built.py\n");
        Files.writeString(copy.resolve("output_validator/run"), "#!/bin/sh\nexec python3 built.py \"$@\"\n");

        assertThat(verify(copy).findings()).isEmpty();
    }

    @Test
    void an_input_that_its_validator_rejects_is_found(@TempDir Path folder) throws IOException, InterruptedException {
        var copy = copy("sum-of-two", folder);
        Files.writeString(copy.resolve("data/secret/3-zero.in"), "0  0\n");

        assertThat(verify(copy).findings())
                .extracting(Finding::rule, Finding::where)
                .containsExactly(tuple(Rule.INPUT_INVALID, "test secret/3-zero"));
    }

    @Test
    void a_validator_that_breaks_is_the_fault_of_the_package(@TempDir Path folder)
            throws IOException, InterruptedException {
        var copy = copy("any-pair", folder);
        Files.writeString(copy.resolve("output_validator/validate.py"), "raise SystemExit(1)\n");

        assertThat(verify(copy).findings()).extracting(Finding::rule).contains(Rule.SUITE_FAULT);
    }

    @Test
    void an_output_that_a_validator_breaks_on_is_wrong_if_it_accepts_the_answer(@TempDir Path folder)
            throws IOException, InterruptedException {
        var copy = copy("any-pair", folder);
        var validator = copy.resolve("output_validator/validate.py");
        var breaking = Files.readString(validator)
                .replace("if len(words) != 2", "if words[0] == 'x':\n    1 / 0\nif len(words) != 2");
        Files.writeString(validator, breaking);
        Files.writeString(copy.resolve("submissions/wrong_answer/breaks-it.py"), "print('x')\n");
        Files.writeString(copy.resolve("submissions/wrong_answer/breaks-it-too.py"), "");

        assertThat(verify(copy).findings()).isEmpty();
    }

    private static SuiteReport verify(Path folder) throws InterruptedException {
        return verifier.verify(entry(folder));
    }

    /** With mutants. */
    private static SuiteReport examine(Path folder) throws InterruptedException {
        return examiner.verify(entry(folder));
    }

    private static SuiteCatalogue.Entry entry(Path folder) {
        var entries = new ArrayList<SuiteCatalogue.Entry>();
        SuiteCatalogue.read(SuiteCatalogue.files(List.of(folder)), entries::add);
        return entries.getFirst();
    }

    private static Path copy(String name, Path folder) throws IOException {
        var from = PACKAGES.resolve(name);
        var to = folder.resolve(name);
        try (var all = Files.walk(from)) {
            for (var path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
        return to;
    }
}
