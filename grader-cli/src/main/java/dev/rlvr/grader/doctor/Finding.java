package dev.rlvr.grader.doctor;

/**
 * What came of one look.
 *
 * @param subject such as {@code Docker engine}
 * @param what one sentence or less
 * @param repair a command, or what to do; empty when there is nothing to repair
 */
public record Finding(String subject, Health health, String what, String repair) {

    /** How much it matters. */
    public enum Health {
        /** As it should be. */
        PASS,
        /** Something does not work, or works worse; grading goes on without it. */
        CAUTION,
        /** Nothing can be graded like this. */
        FAIL
    }

    static Finding pass(String subject, String what) {
        return new Finding(subject, Health.PASS, what, "");
    }

    static Finding caution(String subject, String what, String repair) {
        return new Finding(subject, Health.CAUTION, what, repair);
    }

    static Finding fail(String subject, String what, String repair) {
        return new Finding(subject, Health.FAIL, what, repair);
    }
}
