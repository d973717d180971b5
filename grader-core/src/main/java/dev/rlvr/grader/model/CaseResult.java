package dev.rlvr.grader.model;

/**
 * What became of one test.
 *
 * @param score what its checker says it is worth; NaN where it does not say
 * @param note bounded and printable; for the owner of the tests, so it may show what was expected
 * @param signals what the run did besides; it changes no verdict
 */
public record CaseResult(String id, Verdict verdict, Usage usage, String note, double score, Signals signals) {

    /** Whose checker knows accepted and rejected only. */
    public CaseResult(String id, Verdict verdict, Usage usage, String note, Signals signals) {
        this(id, verdict, usage, note, Double.NaN, signals);
    }

    public CaseResult(String id, Verdict verdict, Usage usage, String note) {
        this(id, verdict, usage, note, Signals.NONE);
    }

    public boolean passed() {
        return verdict == Verdict.ACCEPTED;
    }

    public static CaseResult notRun(String id, Verdict verdict, String note) {
        return new CaseResult(id, verdict, Usage.NONE, note);
    }
}
