package dev.rlvr.grader.model;

/** What became of one test, or of a whole sample. Only {@link #ACCEPTED} earns anything. */
public enum Verdict {
    ACCEPTED("AC"),
    WRONG_ANSWER("WA"),
    PRESENTATION("PE"),
    TIME_LIMIT("TLE"),
    MEMORY_LIMIT("MLE"),
    OUTPUT_LIMIT("OLE"),
    RUNTIME_ERROR("RE"),
    COMPILE_ERROR("CE"),
    NO_CODE("NC"),
    FORBIDDEN("SV"),
    /** The submission, and only it, broke the sandbox on two boxes. */
    SANDBOX_CRASH("SC"),
    /** Not run, because an earlier result had already decided the reward. Counts as not passed. */
    SKIPPED("SK");

    private final String abbreviation;

    Verdict(String abbreviation) {
        this.abbreviation = abbreviation;
    }

    /** The short form of contest judges: {@code AC}, {@code WA}, {@code TLE}. */
    public String abbreviation() {
        return abbreviation;
    }
}
