package dev.rlvr.grader.sandbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Answers from a script and starts no process. What the script throws is thrown; what was asked for is remembered. */
public final class FakeSandbox implements Sandbox {

    private final Function<CaseRun, CaseOutcome> script;
    private final List<Job> jobs = new CopyOnWriteArrayList<>();
    private final List<String> started = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    public FakeSandbox(Function<CaseRun, CaseOutcome> script) {
        this.script = script;
    }

    /** Every program prints this and ends well. */
    public static FakeSandbox printing(String stdout) {
        return new FakeSandbox(_ -> Outcomes.alone(Outcomes.printed(stdout)));
    }

    @Override
    public void execute(Job job, JobListener listener) throws InterruptedException {
        jobs.add(job);
        for (var i = 0; i < job.cases().size(); i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var run = job.cases().get(i);
            started.add(run.id());
            if (!listener.caseFinished(i, script.apply(run))) {
                return;
            }
        }
    }

    public List<Job> jobs() {
        return List.copyOf(jobs);
    }

    /** The cases that were run, in order. */
    public List<String> started() {
        return List.copyOf(started);
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public Isolation isolation() {
        return Isolation.NAMESPACES;
    }

    @Override
    public void close() {
        closed = true;
    }
}
