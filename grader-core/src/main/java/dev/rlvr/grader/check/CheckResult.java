package dev.rlvr.grader.check;

/** What a checker found. */
public sealed interface CheckResult {
    record Accepted() implements CheckResult {}

    /** @param difference the first difference, bounded and printable */
    record Rejected(String difference) implements CheckResult {}

    CheckResult ACCEPTED = new Accepted();
}
