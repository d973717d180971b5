package grader;

/** Why there is no value; the kinds are those of the report. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    final String kind;

    Failure(String kind, String message) {
        super(message);
        this.kind = kind;
    }
}
