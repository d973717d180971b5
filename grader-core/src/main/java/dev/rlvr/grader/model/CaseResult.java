package dev.rlvr.grader.model;

/**
 * What became of one test.
 *
 * @param score what its checker says it is worth; NaN where it does not say
 * @param note bounded and printable; for the owner of the tests, so it may show what was expected
 */
public record CaseResult(String id, Verdict verdict, Usage usage, String note, double score) {

    /** Whose checker knows accepted and rejected only. */
    public CaseResult(String id, Verdict verdict, Usage usage, String note) {
        this(id, verdict, usage, note, Double.NaN);
    }

    public boolean passed() {
        return verdict == Verdict.ACCEPTED;
    }

    public static CaseResult notRun(String id, Verdict verdict, String note) {
        return new CaseResult(id, verdict, Usage.NONE, note);
    }
}
