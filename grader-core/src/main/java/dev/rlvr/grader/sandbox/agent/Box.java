package dev.rlvr.grader.sandbox.agent;

import dev.rlvr.grader.sandbox.BuildRun;
import dev.rlvr.grader.sandbox.CaseOutcome;
import dev.rlvr.grader.sandbox.CaseRun;
import dev.rlvr.grader.sandbox.SandboxException;
import java.time.Duration;
import java.util.List;

/** One agent at work on one job at a time. */
final class Box implements AutoCloseable {

    /** Fits into the pipe to the agent together with nothing else, so sending it ahead never blocks. */
    private static final int SEND_AHEAD = 32 << 10;

    private static final int LARGEST = 512 << 20;

    /** After so many cases an agent is replaced, whatever it may have gathered by then. */
    private static final int QUOTA = 20_000;

    /** The agent stops a case at ten times its limit on the clock, whatever the excuse; see watch.c. */
    private static final int HARD_WALL_FACTOR = 10;

    /** For what surrounds a case: new interpreters, what is to be killed and removed. */
    private static final Duration SURROUNDINGS = Duration.ofMinutes(2);

    private final String kind;
    private final Agent agent;
    private int served;

    /** @param kind what of the launcher's kinds it is */
    Box(String kind, Agent agent) {
        this.kind = kind;
        this.agent = agent;
    }

    String kind() {
        return kind;
    }

    @FunctionalInterface
    interface Progress {
        /** Called for each case in order; false ends the job. */
        boolean finished(CaseOutcome outcome) throws CaseFailed;
    }

    /**
     * What a build left is not in the box yet: that takes {@link #install}.
     *
     * @param frame the build, encoded
     */
    Message.Built build(BuildRun build, byte[] frame) throws AgentGone, CaseFailed, InterruptedException {
        agent.makeRoom(Room.forBuild(build));
        agent.send(frame);
        served++;
        return switch (agent.receive(longest(build.program().limits().wall()))) {
            case Message.Built built -> built;
            case Message.Failed(var reason) -> throw new CaseFailed(reason);
            case Message.Hello _, Message.Clean _, Message.Cancelled _, Message.Result _ -> throw outOfTurn();
        };
    }

    /** Has the programs that follow, until the box is reset, find this in their working directory. */
    void install(byte[] artefact) throws AgentGone, InterruptedException {
        agent.send(Frames.artefact(artefact));
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
            var wanted = progress.finished(outcome(cases.get(i)));
            served++;
            if (!wanted) {
                cancel(cases.subList(i + 1, sent));
                return;
            }
        }
    }

    /** Each case that was sent ahead has one answer: that it was cancelled, or what came of it if we were too late. */
    private void cancel(List<CaseRun> sentAhead) throws AgentGone, InterruptedException {
        if (!sentAhead.isEmpty()) {
            agent.send(Frames.cancel());
        }
        for (var run : sentAhead) {
            switch (agent.receive(longest(run))) {
                case Message.Cancelled _, Message.Result _, Message.Failed _ -> served++;
                case Message.Hello _, Message.Clean _, Message.Built _ -> throw outOfTurn();
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

    private static Duration longest(CaseRun run) {
        var judge = run.judge().map(program -> program.limits().wall()).orElse(Duration.ZERO);
        return longest(run.candidate().limits().wall().plus(judge));
    }

    private static Duration longest(Duration wall) {
        return wall.multipliedBy(HARD_WALL_FACTOR).plus(SURROUNDINGS);
    }

    private CaseOutcome outcome(CaseRun run) throws AgentGone, CaseFailed, InterruptedException {
        return switch (agent.receive(longest(run))) {
            case Message.Result(var outcome) -> outcome;
            case Message.Failed(var reason) -> throw new CaseFailed(reason);
            case Message.Hello _, Message.Clean _, Message.Cancelled _, Message.Built _ -> throw outOfTurn();
        };
    }

    private static SandboxException outOfTurn() {
        return new SandboxException("the agent answered out of turn", true);
    }

    /** The agent proves that nothing is left of the job. */
    void reset() throws AgentGone, InterruptedException {
        agent.send(Frames.reset());
        if (!(agent.receive(SURROUNDINGS) instanceof Message.Clean)) {
            throw new SandboxException("the agent did not confirm that the box is clean", true);
        }
    }

    /** Called now and then, by another thread: whether its agent is still to be waited for. */
    void look() {
        agent.look();
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
