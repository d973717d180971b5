package dev.rlvr.grader.sandbox;

/** The sandbox could not run a program: our fault, never the submission's. */
public class SandboxException extends RuntimeException {

    private final boolean retryable;

    public SandboxException(String message, boolean retryable) {
        super(message);
        this.retryable = retryable;
    }

    public SandboxException(String message, boolean retryable, Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** Whether another try, on another box, may succeed. */
    public boolean retryable() {
        return retryable;
    }
}
