package dev.rlvr.grader.sandbox.agent;

/** The agent could not run a case, but lives. */
final class CaseFailed extends Exception {

    CaseFailed(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
