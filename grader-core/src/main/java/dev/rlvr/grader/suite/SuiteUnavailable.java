package dev.rlvr.grader.suite;

/** The place where a suite is kept cannot be asked: our fault, neither the suite's nor the submission's. */
public class SuiteUnavailable extends RuntimeException {

    public SuiteUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
