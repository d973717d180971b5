package dev.rlvr.grader.sandbox.agent;

/** The agent ended, or the connection to it did. */
final class AgentGone extends Exception {

    private final boolean killed;

    AgentGone(String what, AgentEnd end) {
        super(what + " " + end);
        this.killed = end.killed();
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** By something that nothing inside of it can do. */
    boolean killed() {
        return killed;
    }
}
