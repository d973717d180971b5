package dev.rlvr.grader.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.GraderBuilder;
import dev.rlvr.grader.sandbox.local.Installation;
import dev.rlvr.grader.sandbox.local.LocalSandbox;
import dev.rlvr.grader.suite.SuiteCatalogue;
import dev.rlvr.grader.verify.evidence.Gatherer.Effort;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of fault is found, with its code and its place; suites without one are left in peace. */
class PlantedFaultsIT {

    private static final Path HOME =
            Path.of(Objects.requireNonNull(System.getProperty("grader.home"), "grader.home is not set"));

    private static LocalSandbox sandbox;
    private static Verifier verifier;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws InterruptedException {
        sandbox = new LocalSandbox(Installation.under(HOME), 1, Optional.empty());
        verifier = new GraderBuilder(HOME).verifier(sandbox, new Effort(8, 20));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    static Stream<PlantedFault> faults() {
        return PlantedFaults.all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_planted_fault_is_found_in_its_place(PlantedFault fault) throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("suites.jsonl"), fault.rows());

        var findings = verify(file).getLast().findings();

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(fault.rule());
            assertThat(finding.where()).startsWith(fault.where());
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.line()).isEqualTo(fault.rows().size());
        });
    }

    @Test
    void suites_without_a_fault_give_no_finding() throws IOException, InterruptedException {
        var file = Files.write(folder.resolve("suites.jsonl"), PlantedFaults.CLEAN);

        assertThat(findings(verify(file))).isEmpty();
    }

    @Test
    void our_own_suites_give_no_finding_and_reject_nearly_every_mutant() throws InterruptedException {
        var reports = verify(HOME.resolve("testcases/suites/clean.jsonl"));

        assertThat(findings(reports)).isEmpty();
        assertThat(reports).hasSizeGreaterThan(2).allSatisfy(report -> {
            assertThat(report.strength().mutants()).isGreaterThan(4);
            assertThat(report.strength().score()).isEqualTo(1);
        });
    }

    private static List<Finding> findings(List<SuiteReport> reports) {
        return reports.stream()
                .flatMap(report -> report.findings().stream())
                .filter(finding -> finding.rule().severity() != Severity.NOTE)
                .toList();
    }

    private static List<SuiteReport> verify(Path path) throws InterruptedException {
        var entries = new ArrayList<SuiteCatalogue.Entry>();
        SuiteCatalogue.read(SuiteCatalogue.files(List.of(path)), entries::add);
        var reports = new ArrayList<SuiteReport>();
        for (var entry : entries) {
            reports.add(verifier.verify(entry));
        }
        return reports;
    }
}
