package dev.rlvr.grader;

import dev.rlvr.grader.extract.CodeExtractor;
import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.judge.ConstantAnswers;
import dev.rlvr.grader.judge.Judge;
import dev.rlvr.grader.judge.SuiteFault;
import dev.rlvr.grader.language.Language;
import dev.rlvr.grader.language.ToolchainMissing;
import dev.rlvr.grader.language.Toolchains;
import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Fault;
import dev.rlvr.grader.model.FencedAs;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.plan.Planner;
import dev.rlvr.grader.plan.Planner.Support;
import dev.rlvr.grader.plan.UnknownPrelude;
import dev.rlvr.grader.reward.Attempt;
import dev.rlvr.grader.reward.Guessing;
import dev.rlvr.grader.reward.RewardPolicy;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.suite.SuiteException;
import dev.rlvr.grader.suite.SuiteRepository;
import dev.rlvr.grader.suite.SuiteUnavailable;
import java.util.List;
import java.util.Locale;

/** Grades samples. Thread-safe: as many samples are graded at once as callers ask for, bounded by the sandbox. */
public final class Grader implements AutoCloseable {

    private final SuiteRepository suites;
    private final CodeExtractor extractor;
    private final Planner planner;
    private final Toolchains toolchains;
    private final Sandbox sandbox;
    private final RewardPolicy policy;
    private final Judge judge;
    private final ConstantAnswers constantAnswers = new ConstantAnswers();

    Grader(
            SuiteRepository suites,
            CodeExtractor extractor,
            Planner planner,
            Toolchains toolchains,
            Sandbox sandbox,
            RewardPolicy policy) {
        this.suites = suites;
        this.extractor = extractor;
        this.planner = planner;
        this.toolchains = toolchains;
        this.sandbox = sandbox;
        this.policy = policy;
        this.judge = new Judge(sandbox, planner.validators());
    }

    /** Never throws for what a completion contains; what cannot be graded comes back as {@link Grade.Ungraded}. */
    public Grade grade(Sample sample) throws InterruptedException {
        try {
            var suite = suites.find(sample.suite());
            // Before the completion is looked at: a suite that cannot be run must not blame one that has no code.
            return switch (planner.language(suite)) {
                case Support.No(var why) -> ungraded(sample, Fault.SUITE, why);
                case Support.Yes(var language) -> grade(sample, suite, language);
            };
        } catch (SuiteException e) {
            return ungraded(sample, Fault.SUITE, String.join("; ", e.problems()));
        } catch (UnknownPrelude e) {
            return ungraded(sample, Fault.SUITE, e.getMessage());
        } catch (SuiteFault e) {
            return ungraded(sample, Fault.SUITE, e.getMessage());
        } catch (ToolchainMissing e) {
            return ungraded(sample, Fault.INFRASTRUCTURE, e.getMessage());
        } catch (SandboxException e) {
            return ungraded(sample, Fault.INFRASTRUCTURE, e.getMessage());
        } catch (SuiteUnavailable e) {
            return ungraded(sample, Fault.INFRASTRUCTURE, e.getMessage());
        } catch (RuntimeException e) {
            // A bug of ours: no reward may come of it, and no other sample may suffer.
            return ungraded(sample, Fault.INFRASTRUCTURE, "internal error: " + e);
        }
    }

    /** The program that would be run for this sample, for people who wonder about a grade. */
    public Extraction extraction(Sample sample) {
        var suite = suites.find(sample.suite());
        return planner.language(suite) instanceof Support.Yes(var language)
                ? extractor.extract(sample.completion(), suite, fencedAs(language))
                : extractor.extract(sample.completion(), suite);
    }

    private Grade grade(Sample sample, Suite suite, Language language) throws InterruptedException {
        return switch (extractor.extract(sample.completion(), suite, fencedAs(language))) {
            case Extraction.NotFound(var reason) -> noCode(sample, suite, reason);
            case Extraction.Found found -> run(sample, suite, language, found);
        };
    }

    private static FencedAs fencedAs(Language language) {
        return new FencedAs(language.base(), language.fences());
    }

    private Grade run(Sample sample, Suite suite, Language language, Extraction.Found found)
            throws InterruptedException {
        toolchains.require(language);
        var planned = planner.plan(suite, language, found);
        var job = toolchains.version(language).map(planned::of).orElse(planned);
        var cases = judge.judge(suite, policy.scoring(suite), job);
        return scored(sample, suite, found.submission().source(), found.rule(), cases, "");
    }

    private Grade noCode(Sample sample, Suite suite, String reason) {
        var cases = suite.cases().stream()
                .map(test -> CaseResult.notRun(test.id(), Verdict.NO_CODE, reason))
                .toList();
        return scored(sample, suite, "", "", cases, reason);
    }

    private Grade scored(Sample sample, Suite suite, String source, String rule, List<CaseResult> cases, String note) {
        var guessing = new Guessing(constantAnswers.passed(suite));
        var reward = policy.reward(new Attempt(suite, source, rule, cases), guessing);
        var verdict = cases.stream()
                .filter(result -> !result.passed())
                .map(CaseResult::verdict)
                .findFirst()
                .orElse(Verdict.ACCEPTED);
        var level = rule.isEmpty() ? "" : isolation();
        return new Grade.Scored(
                sample.id(), sample.task(), reward.value(), verdict, reward.components(), cases, rule, level, note);
    }

    private static Grade ungraded(Sample sample, Fault fault, String reason) {
        return new Grade.Ungraded(sample.id(), sample.task(), fault, reason);
    }

    /** The isolation level of its sandbox, such as {@code namespaces}. */
    public String isolation() {
        return sandbox.isolation().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
