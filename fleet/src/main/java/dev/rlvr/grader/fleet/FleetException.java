package dev.rlvr.grader.fleet;

/** ECS cannot be asked, or refuses. */
public final class FleetException extends RuntimeException {

    FleetException(String message) {
        super(message);
    }

    FleetException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
