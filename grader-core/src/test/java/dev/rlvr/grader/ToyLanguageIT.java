package dev.rlvr.grader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.judge.Judge;
import dev.rlvr.grader.language.LanguageFolder;
import dev.rlvr.grader.language.LanguageRegistry;
import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.model.Submission;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.plan.Planner;
import dev.rlvr.grader.plan.Preludes;
import dev.rlvr.grader.sandbox.BuildRun;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.JobListener;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.local.Installation;
import dev.rlvr.grader.sandbox.local.LocalSandbox;
import dev.rlvr.grader.suite.SuiteReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A language that nobody thought of when the grader was written: a folder is all it takes. */
class ToyLanguageIT {

    private static final String SUITE = """
            {"suite": 1, "mode": "stdio", "language": "toy",
             "cases": [{"stdin": "1", "stdout": "ok 1"}, {"stdin": "2", "stdout": "ok 2"}]}
            """;

    private static LocalSandbox sandbox;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws InterruptedException {
        sandbox = new LocalSandbox(Installation.under(RealData.home()), 1, Optional.empty());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void invent_a_language() throws IOException {
        LanguageFolder.write(folder, "toy", """
                build: {argv: [sh, -c, "grep -q SAY {source} || { echo nothing to say >&2; exit 1; }; sed s/SAY/echo/ {source} > program"]}
                """.strip(), "[sh, program]");
    }

    private Planner planner() {
        return new Planner(LanguageRegistry.load(folder), new Preludes(folder), new Random(1));
    }

    private Job job(String source) {
        var suite = suite();
        var planner = planner();
        var found = new Extraction.Found(new Submission("toy", source), "", false);
        return switch (planner.language(suite)) {
            case Planner.Support.Yes(var language) -> planner.plan(suite, language, found);
            case Planner.Support.No(var why) -> throw new IllegalArgumentException(why);
        };
    }

    private static Suite suite() {
        return SuiteReader.read(SUITE, "test", "toy");
    }

    private List<CaseResult> results(String source) throws InterruptedException {
        return new Judge(sandbox, planner().validators()).judge(suite(), ScoringSpec.FRACTION, job(source));
    }

    /** How its build went, as told to who listens. */
    private static RunOutcome build(Job job) throws InterruptedException {
        var outcomes = new ArrayList<RunOutcome>();
        sandbox.execute(job, new JobListener() {
            @Override
            public void buildFinished(RunOutcome outcome) {
                outcomes.add(outcome);
            }

            @Override
            public boolean caseFinished(int index, CaseOutcome outcome) {
                return true;
            }
        });
        assertThat(outcomes).hasSize(1);
        return outcomes.getFirst();
    }

    @Test
    void its_programs_are_built_once_and_run_for_every_test() throws Exception {
        assertThat(results("read -r n || true; SAY ok $n"))
                .extracting(CaseResult::verdict)
                .containsOnly(Verdict.ACCEPTED);
        assertThat(results("SAY ok 1"))
                .extracting(CaseResult::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.WRONG_ANSWER);
    }

    @Test
    void an_error_of_its_compiler_is_the_result_of_every_test() throws Exception {
        assertThat(results("nothing")).hasSize(2).allSatisfy(result -> {
            assertThat(result.verdict()).isEqualTo(Verdict.COMPILE_ERROR);
            assertThat(result.note()).isEqualTo("nothing to say");
        });
    }

    @Test
    void the_same_program_is_not_built_again() throws Exception {
        var job = job("SAY once # " + System.nanoTime());
        assertThat(build(job).usage().cpu()).isPositive();
        assertThat(build(job).usage().cpu()).isZero();
    }

    @Test
    void a_program_that_differs_is_built() throws Exception {
        var source = "SAY once # " + System.nanoTime();
        build(job(source));
        assertThat(build(job(source + " more")).usage().cpu()).isPositive();
    }

    @Test
    void what_one_version_of_a_toolchain_built_is_no_artefact_of_another() throws Exception {
        var job = job("SAY once # " + System.nanoTime());
        assertThat(build(job.of("1.0")).usage().cpu()).isPositive();
        assertThat(build(job.of("1.0")).usage().cpu()).isZero();
        assertThat(build(job.of("1.1")).usage().cpu()).isPositive();
    }

    @Test
    void a_build_sees_no_test() {
        assertThat(job("x").build().map(BuildRun::program)).hasValueSatisfying(program -> {
            assertThat(program.stdin()).isEmpty();
            assertThat(program.files()).hasSize(1);
        });
    }
}
