package dev.rlvr.grader.sandbox.agent;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.JobListener;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.sandbox.SandboxException;

/** Runs jobs in boxes, a job in as many of them as get lost under it. Which boxes, the launcher says. */
public final class BoxedSandbox implements Sandbox {

    private final BoxPool pool;

    /**
     * @param boxes how many jobs run at the same time
     * @throws SandboxException when not even one box can be had; the launcher is closed then
     */
    public BoxedSandbox(AgentLauncher launcher, int boxes) throws InterruptedException {
        var opened = false;
        try {
            pool = new BoxPool(launcher, boxes);
            opened = true;
        } finally {
            if (!opened) {
                launcher.close();
            }
        }
    }

    @Override
    public Isolation isolation() {
        return pool.isolation();
    }

    @Override
    public void execute(Job job, JobListener listener) throws InterruptedException {
        new Execution(pool, job.cases(), listener).run();
    }

    @Override
    public void close() {
        pool.close();
    }
}
