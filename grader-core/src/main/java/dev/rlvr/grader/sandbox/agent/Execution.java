package dev.rlvr.grader.sandbox.agent;

import dev.rlvr.grader.model.Usage;
import dev.rlvr.grader.sandbox.BuildRun;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.JobListener;
import dev.rlvr.grader.sandbox.Output;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.SandboxException;
import java.util.List;
import java.util.Optional;

/**
 * A job on its way, possibly over several boxes.
 *
 * <p>A case whose box or judge is lost is run again on another box; what was reported before stays. A loss from outside
 * says nothing about the case. One that nobody outside caused, twice on the same case, while a harmless program runs well
 * on fresh boxes, was caused by the case: that is an outcome, so that breaking us never pays.
 */
final class Execution {

    private static final int STRIKES = 2;
    private static final int MOST_ATTEMPTS = 30;

    /** A failure that the agent could name is less likely to pass than the loss of a box: this many times less. */
    private static final int FAILURE_COUNTS = 6;

    /** A build that was done before takes no time now. */
    private static final RunOutcome CACHED = new RunOutcome(
            new RunOutcome.Ending.Exited(0),
            Output.EMPTY,
            Output.EMPTY,
            Output.EMPTY,
            Usage.NONE,
            RunOutcome.Traces.NONE);

    private final BoxPool pool;
    private final BuildCache builds;
    private final Job job;
    private final String kind;
    private final List<CaseRun> cases;
    private final JobListener listener;
    private Optional<byte[]> artefact = Optional.empty();
    private boolean built;
    private Optional<Loss> judgeLost = Optional.empty();
    private int next;
    private boolean cancelled;
    private int strikes;
    private int attempts;

    /** @throws SandboxException when no box can run it, with what to do */
    Execution(BoxPool pool, BuildCache builds, Job job, JobListener listener) {
        this.pool = pool;
        this.builds = builds;
        this.job = job;
        this.kind = pool.kind(job.toolchain());
        this.cases = job.cases();
        this.listener = listener;
    }

    void run() throws InterruptedException {
        while (next < cases.size() && !cancelled) {
            tryOnce();
        }
    }

    /** A loss is looked into only when the box was given back: that takes boxes, and this may have been the last one. */
    private void tryOnce() throws InterruptedException {
        var loss = attempt();
        if (loss.isPresent()) {
            lost(loss.get());
        }
    }

    private Optional<Loss> attempt() throws InterruptedException {
        var box = pool.take(kind);
        var sound = false;
        try {
            judgeLost = Optional.empty();
            var loss = job.build().isPresent() ? build(box, job.build().get()) : Optional.<Loss>empty();
            if (loss.isEmpty() && !cancelled) {
                box.run(cases.subList(next, cases.size()), this::finished);
                loss = judgeLost;
            }
            if (loss.isEmpty()) {
                box.reset();
                sound = true;
            }
            return loss;
        } catch (AgentGone e) {
            return Optional.of(Loss.ofBox(e.getMessage(), !e.killed()));
        } catch (CaseFailed e) {
            // The agent lives and says what failed on our side: another box may do better, the case is not to blame.
            attempts += FAILURE_COUNTS;
            return Optional.of(Loss.ofBox(e.getMessage(), false));
        } finally {
            pool.give(box, sound);
        }
    }

    /** On the first box that the job comes to, if nobody built the same before; the others get what was made. */
    private Optional<Loss> build(Box box, BuildRun build) throws AgentGone, CaseFailed, InterruptedException {
        if (artefact.isEmpty()) {
            var frame = Frames.encode(build);
            var key = BuildCache.key(job.toolchain(), frame);
            artefact = builds.find(key);
            if (artefact.isPresent()) {
                reportBuild(CACHED);
            } else {
                var made = box.build(build, frame);
                var loss = Loss.ofBuild(made.outcome());
                if (loss.isPresent()) {
                    return loss;
                }
                if (made.outcome().exitedNormally()) {
                    builds.keep(key, made.artefact());
                    artefact = Optional.of(made.artefact());
                }
                reportBuild(made.outcome());
            }
        }
        if (artefact.isPresent()) {
            box.install(artefact.get());
        }
        return Optional.empty();
    }

    private void reportBuild(RunOutcome outcome) {
        built = true;
        strikes = 0;
        attempts = 0;
        listener.buildFinished(outcome);
        cancelled = !outcome.exitedNormally();
    }

    private boolean finished(CaseOutcome outcome) {
        judgeLost = Loss.ofJudge(outcome);
        return judgeLost.isEmpty() && report(outcome);
    }

    private boolean report(CaseOutcome outcome) {
        strikes = 0;
        attempts = 0;
        cancelled = !listener.caseFinished(next++, outcome);
        return !cancelled;
    }

    private void lost(Loss loss) throws InterruptedException {
        if (next >= cases.size() || cancelled) {
            return; // everything was reported; the box was lost while it was being cleaned
        }
        if (loss.onItsOwn()) {
            strikes++;
        }
        if (strikes >= STRIKES && Canary.sings(pool, kind, cases.getFirst(), STRIKES)) {
            if (job.build().isPresent() && !built) {
                reportBuild(loss.otherwise().candidate());
            } else {
                report(loss.otherwise());
            }
        } else if (++attempts >= MOST_ATTEMPTS || strikes > STRIKES) {
            throw new SandboxException(
                    "the sandbox cannot run case " + cases.get(next).id() + ": " + loss.why(), true);
        }
    }
}
