package dev.rlvr.grader.language;

/** A language cannot be used here. Never the fault of who writes programs in it. */
public final class ToolchainMissing extends RuntimeException {

    ToolchainMissing(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
