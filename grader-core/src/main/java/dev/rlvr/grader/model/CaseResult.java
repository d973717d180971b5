package dev.rlvr.grader.model;

/**
 * What became of one test.
 *
 * @param note bounded and printable; for the owner of the tests, so it may show what was expected
 */
public record CaseResult(String id, Verdict verdict, Usage usage, String note) {

    public boolean passed() {
        return verdict == Verdict.ACCEPTED;
    }

    public static CaseResult notRun(String id, Verdict verdict, String note) {
        return new CaseResult(id, verdict, Usage.NONE, note);
    }
}
