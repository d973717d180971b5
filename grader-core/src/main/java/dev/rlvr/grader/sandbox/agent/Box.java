package dev.rlvr.grader.sandbox.agent;

import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.SandboxException;
import java.util.List;

/** One agent at work on one job at a time. */
final class Box implements AutoCloseable {

    /** Fits into the pipe to the agent together with nothing else, so sending it ahead never blocks. */
    private static final int SEND_AHEAD = 32 << 10;

    private static final int LARGEST = 512 << 20;

    /** After so many cases an agent is replaced, whatever it may have gathered by then. */
    private static final int QUOTA = 20_000;

    private final Agent agent;
    private int served;

    Box(Agent agent) {
        this.agent = agent;
    }

    @FunctionalInterface
    interface Progress {
        /** Called for each case in order; false ends the job. */
        boolean finished(CaseOutcome outcome) throws CaseFailed;
    }

    /** While a case runs, the next one waits in the pipe: the agent never waits for us between two small cases. */
    void run(List<CaseRun> cases, Progress progress) throws AgentGone, CaseFailed, InterruptedException {
        agent.makeRoom(Room.forAll(cases));
        var sent = 0;
        for (var i = 0; i < cases.size(); i++) {
            if (sent == i) {
                agent.send(encoded(cases.get(sent++)));
            }
            if (sent < cases.size()) {
                var next = encoded(cases.get(sent));
                if (next.length <= SEND_AHEAD) {
                    agent.send(next);
                    sent++;
                }
            }
            var wanted = progress.finished(outcome());
            served++;
            if (!wanted) {
                cancel(sent - i - 1);
                return;
            }
        }
    }

    /** Each case that was sent ahead has one answer: that it was cancelled, or what came of it if we were too late. */
    private void cancel(int sentAhead) throws AgentGone, InterruptedException {
        if (sentAhead > 0) {
            agent.send(Frames.cancel());
        }
        for (var i = 0; i < sentAhead; i++) {
            switch (agent.receive()) {
                case Message.Cancelled _, Message.Result _, Message.Failed _ -> served++;
                case Message.Hello _, Message.Clean _ -> throw outOfTurn();
            }
        }
    }

    /** What the agent would refuse is found out here, where it cannot be taken for a broken box. */
    private static byte[] encoded(CaseRun run) {
        var frame = Frames.encode(run);
        if (frame.length > LARGEST) {
            throw new SandboxException(
                    "case " + run.id() + " has " + frame.length + " bytes of input, more than the " + LARGEST
                            + " that a sandbox takes",
                    false);
        }
        return frame;
    }

    private CaseOutcome outcome() throws AgentGone, CaseFailed, InterruptedException {
        return switch (agent.receive()) {
            case Message.Result(var outcome) -> outcome;
            case Message.Failed(var reason) -> throw new CaseFailed(reason);
            case Message.Hello _, Message.Clean _, Message.Cancelled _ -> throw outOfTurn();
        };
    }

    private static SandboxException outOfTurn() {
        return new SandboxException("the agent answered out of turn", true);
    }

    /** The agent proves that nothing is left of the job. */
    void reset() throws AgentGone, InterruptedException {
        agent.send(Frames.reset());
        if (!(agent.receive() instanceof Message.Clean)) {
            throw new SandboxException("the agent did not confirm that the box is clean", true);
        }
    }

    boolean worn() {
        return served >= QUOTA;
    }

    void kill() {
        agent.kill();
    }

    @Override
    public void close() {
        agent.close();
    }
}
