package dev.rlvr.grader.verify.evidence;

import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.JobListener;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.RunOutcome.Ending;
import dev.rlvr.grader.sandbox.Sandbox;

/** Ends a job after the first run that reached a limit. Does not close what it wraps. */
record ImpatientSandbox(Sandbox sandbox) implements Sandbox {

    @Override
    public void execute(Job job, JobListener listener) throws InterruptedException {
        sandbox.execute(job, new JobListener() {
            @Override
            public void buildFinished(RunOutcome outcome) {
                listener.buildFinished(outcome);
            }

            @Override
            public boolean caseFinished(int index, CaseOutcome outcome) {
                return listener.caseFinished(index, outcome)
                        && !(outcome.candidate().ending() instanceof Ending.LimitExceeded);
            }
        });
    }

    @Override
    public Isolation isolation() {
        return sandbox.isolation();
    }

    @Override
    public void close() {
        // Its owner does.
    }
}
