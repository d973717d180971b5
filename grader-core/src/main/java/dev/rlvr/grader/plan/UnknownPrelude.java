package dev.rlvr.grader.plan;

/** The setup of a suite asks for a prelude that is not there. */
public final class UnknownPrelude extends RuntimeException {
    UnknownPrelude(String name, Throwable cause) {
        super("the setup asks for the prelude `" + name + "`, which does not exist", cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
