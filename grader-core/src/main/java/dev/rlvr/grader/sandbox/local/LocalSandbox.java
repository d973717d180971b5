package dev.rlvr.grader.sandbox.local;

import dev.rlvr.grader.model.Limits;
import dev.rlvr.grader.model.SourceFile;
import dev.rlvr.grader.model.Usage;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.sandbox.Job;
import dev.rlvr.grader.sandbox.JobListener;
import dev.rlvr.grader.sandbox.Output;
import dev.rlvr.grader.sandbox.ProgramRun;
import dev.rlvr.grader.sandbox.ProgramRun.Runner;
import dev.rlvr.grader.sandbox.RunOutcome;
import dev.rlvr.grader.sandbox.Sandbox;
import dev.rlvr.grader.sandbox.SandboxException;
import dev.rlvr.grader.sandbox.local.AgentProcess.AgentGone;
import dev.rlvr.grader.sandbox.local.Box.CaseFailed;
import java.util.List;
import java.util.Optional;

/**
 * Runs jobs in boxes on this machine.
 *
 * <p>A case whose box is lost is run again on another one; what was reported before stays. A box that was killed from
 * outside says nothing about the case. One that broke on its own, twice on the same case, while a harmless program runs
 * well on fresh boxes, was broken by the case: that is an outcome, so that breaking us never pays.
 */
public final class LocalSandbox implements Sandbox {

    private static final int STRIKES = 2;
    private static final int MOST_ATTEMPTS = 30;

    /** A failure that the agent could name is less likely to pass than the loss of a box: this many times less. */
    private static final int FAILURE_COUNTS = 6;

    private final BoxPool pool;

    /** @throws SandboxException when no box can be had at the level asked for */
    public LocalSandbox(Installation installation, int boxes, Optional<Isolation> level) throws InterruptedException {
        this(installation, boxes, level, true);
    }

    LocalSandbox(Installation installation, int boxes, Optional<Isolation> level, boolean cgroups)
            throws InterruptedException {
        installation.check();
        this.pool = new BoxPool(installation.command(level, cgroups), boxes);
    }

    @Override
    public Isolation isolation() {
        return pool.isolation();
    }

    @Override
    public void execute(Job job, JobListener listener) throws InterruptedException {
        new Execution(job.cases(), listener).run();
    }

    @Override
    public void close() {
        pool.close();
    }

    /** A box that was lost, or that could not run a case: by itself, or killed from outside. */
    private record Loss(String why, boolean onItsOwn) {}

    /** A job on its way, possibly over several boxes. */
    private final class Execution {
        private final List<CaseRun> cases;
        private final JobListener listener;
        private int next;
        private boolean cancelled;
        private int strikes;
        private int attempts;

        Execution(List<CaseRun> cases, JobListener listener) {
            this.cases = cases;
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
            var box = pool.take();
            var sound = false;
            try {
                box.run(cases.subList(next, cases.size()), this::report);
                box.reset();
                sound = true;
                return Optional.empty();
            } catch (AgentGone e) {
                return Optional.of(new Loss(e.getMessage(), !e.killed()));
            } catch (CaseFailed e) {
                // The agent lives and says what failed on our side: another box may do better, the case is not to
                // blame.
                attempts += FAILURE_COUNTS;
                return Optional.of(new Loss(e.getMessage(), false));
            } finally {
                pool.give(box, sound);
            }
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
            if (strikes >= STRIKES && harmlessProgramRuns()) {
                report(new CaseOutcome(brokeTheSandbox(), Optional.empty()));
            } else if (++attempts >= MOST_ATTEMPTS || strikes > STRIKES) {
                throw new SandboxException(
                        "the sandbox cannot run case " + cases.get(next).id() + ": " + loss.why(), true);
            }
        }
    }

    private boolean harmlessProgramRuns() throws InterruptedException {
        var canary = CaseRun.of(
                "canary",
                new ProgramRun(
                        Runner.SCRIPT,
                        List.of(SourceFile.utf8("solution.py", "print(6 * 7)")),
                        List.of(),
                        new byte[0],
                        Limits.DEFAULT));
        for (var i = 0; i < STRIKES; i++) {
            var box = pool.take();
            var sound = false;
            try {
                var answers = new java.util.ArrayList<CaseOutcome>();
                box.run(List.of(canary), answers::add);
                sound = answers.getFirst().candidate().stdout().text().equals("42\n");
            } catch (AgentGone | CaseFailed _) {
                return false;
            } finally {
                pool.give(box, sound);
            }
            if (!sound) {
                return false;
            }
        }
        return true;
    }

    private static RunOutcome brokeTheSandbox() {
        return new RunOutcome(
                new RunOutcome.Ending.BrokeSandbox(),
                Output.EMPTY,
                Output.EMPTY,
                Output.EMPTY,
                Usage.NONE,
                RunOutcome.Traces.NONE);
    }
}
