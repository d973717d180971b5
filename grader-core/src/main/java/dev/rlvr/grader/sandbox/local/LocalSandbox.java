package dev.rlvr.grader.sandbox.local;

import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.JobListener;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.agent.BoxedSandbox;
import java.util.Optional;

/** Runs jobs in boxes on this machine. */
public final class LocalSandbox implements Sandbox {

    private final BoxedSandbox boxes;

    /** @throws SandboxException when no box can be had at the level asked for */
    public LocalSandbox(Installation installation, int boxes, Optional<Isolation> level) throws InterruptedException {
        this(installation, boxes, level, true);
    }

    LocalSandbox(Installation installation, int boxes, Optional<Isolation> level, boolean cgroups)
            throws InterruptedException {
        installation.check();
        this.boxes = new BoxedSandbox(new LocalLauncher(installation.command(level, cgroups)), boxes);
    }

    @Override
    public Isolation isolation() {
        return boxes.isolation();
    }

    @Override
    public void execute(Job job, JobListener listener) throws InterruptedException {
        boxes.execute(job, listener);
    }

    @Override
    public void close() {
        boxes.close();
    }
}
