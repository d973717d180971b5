package dev.rlvr.grader.model;

import java.util.List;

/**
 * Tests and groups of tests that are scored together, in the order in which they are run.
 *
 * @param id path in the package, such as {@code secret/group1}
 * @param accept what a test that passed is worth, unless its validator says
 * @param reject what one that did not pass is worth
 * @param least what the group is worth at least
 * @param most what the group is worth at most
 * @param stops whether members after the first that is rejected are not looked at
 */
public record ScoreGroup(
        String id,
        List<Member> members,
        Aggregation aggregation,
        double accept,
        double reject,
        double least,
        double most,
        boolean stops) {

    public sealed interface Member {
        record Group(ScoreGroup group) implements Member {}

        /** @param id of a {@link TestCase} */
        record Test(String id) implements Member {}
    }

    public enum Aggregation {
        SUM,
        LEAST,
        GREATEST,
        AVERAGE,
        /** {@link ScoreGroup#most} if all passed, else nothing. */
        ALL
    }

    public ScoreGroup {
        members = List.copyOf(members);
        if (least > most) {
            throw new IllegalArgumentException("group " + id + " is worth at least " + least + " and at most " + most);
        }
    }
}
