package dev.rlvr.grader.judge;

/** The tests themselves turned out to be broken while they ran: nobody can be graded by them. */
public final class SuiteFault extends RuntimeException {
    SuiteFault(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
