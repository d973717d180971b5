package dev.rlvr.grader.judge;

import dev.rlvr.grader.check.Checkers;
import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.CheckerSpec;
import dev.rlvr.grader.model.ScoringSpec;
import dev.rlvr.grader.model.Suite;
import dev.rlvr.grader.model.TestCase;
import dev.rlvr.grader.model.Verdict;
import dev.rlvr.grader.plan.ValidatorPlanner;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.JobListener;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;

/** Runs a job and decides each of its cases as it comes in. */
public final class Judge {

    private final Sandbox sandbox;
    private final ValidatorJudge validated;

    /** @param validators for suites whose outputs a program decides on */
    public Judge(Sandbox sandbox, ValidatorPlanner validators) {
        this.sandbox = sandbox;
        this.validated = new ValidatorJudge(sandbox, validators);
    }

    /**
     * @return a result for every test of the suite, in order
     * @throws SuiteFault when the tests turn out to be broken
     */
    public List<CaseResult> judge(Suite suite, ScoringSpec scoring, Job job) throws InterruptedException {
        if (suite.checker() instanceof CheckerSpec.Program(var validator)) {
            return validated.judge(suite, validator, job, scoring instanceof ScoringSpec.AllOrNothing);
        }
        var results = new ArrayList<CaseResult>();
        var rule = new VerdictRule(Checkers.of(suite.checker()));
        var faults = new ArrayList<SuiteFault>();
        var build = new BuildVerdict();
        sandbox.execute(job, new JobListener() {
            @Override
            public void buildFinished(RunOutcome outcome) {
                build.decide(outcome);
            }

            @Override
            public boolean caseFinished(int index, CaseOutcome outcome) {
                return decide(suite, scoring, rule, job.cases().get(index), index, outcome, results, faults);
            }
        });
        if (build.failure().isPresent()) {
            return build.results(suite);
        }
        if (!faults.isEmpty()) {
            throw faults.getFirst();
        }
        fillUp(suite, results);
        return results;
    }

    private static boolean decide(
            Suite suite,
            ScoringSpec scoring,
            VerdictRule rule,
            CaseRun run,
            int index,
            CaseOutcome outcome,
            List<CaseResult> results,
            List<SuiteFault> faults) {
        TestCase test = suite.cases().get(index);
        try {
            var decision = rule.decide(test.check(), run, outcome);
            results.add(new CaseResult(
                    test.id(),
                    decision.verdict(),
                    outcome.candidate().usage(),
                    decision.note(),
                    SignalRule.of(test.check(), run, outcome)));
        } catch (SuiteFault e) {
            faults.add(e);
            return false;
        }
        return mattersStill(scoring, results.getLast().verdict());
    }

    /** Whether any later test could change the reward. */
    private static boolean mattersStill(ScoringSpec scoring, Verdict last) {
        return switch (last) {
            case ACCEPTED -> true;
            case COMPILE_ERROR, SANDBOX_CRASH -> false;
            default -> !(scoring instanceof ScoringSpec.AllOrNothing);
        };
    }

    private static void fillUp(Suite suite, List<CaseResult> results) {
        var last = results.isEmpty() ? Verdict.SKIPPED : results.getLast().verdict();
        var same = last == Verdict.COMPILE_ERROR || last == Verdict.SANDBOX_CRASH;
        for (var test : suite.cases().subList(results.size(), suite.cases().size())) {
            results.add(
                    CaseResult.notRun(test.id(), same ? last : Verdict.SKIPPED, "not run: decided by an earlier test"));
        }
    }
}
