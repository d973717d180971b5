package dev.rlvr.grader.report;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Grade;
import java.time.Duration;

/** What a table shows of one sample. Small, so that a few of them can be kept while grades come and go. */
record Digest(
        long index,
        String id,
        String outcome,
        boolean accepted,
        String reward,
        String tests,
        Duration cpu,
        Duration wall,
        String extraction,
        String note) {

    private static final int LONGEST_NOTE = 200;

    static Digest of(long index, Grade grade) {
        return switch (grade) {
            case Grade.Scored scored -> of(index, scored);
            case Grade.Ungraded ungraded ->
                new Digest(
                        index,
                        ungraded.id(),
                        "ungraded",
                        false,
                        "-",
                        "-",
                        Duration.ZERO,
                        Duration.ZERO,
                        "",
                        shortened(ungraded.reason()));
        };
    }

    private static Digest of(long index, Grade.Scored grade) {
        var passed = grade.cases().stream().filter(CaseResult::passed).count();
        return new Digest(
                index,
                grade.id(),
                grade.verdict().name(),
                passed == grade.cases().size(),
                Words.number(grade.reward()),
                passed + "/" + grade.cases().size(),
                grade.cases().stream().map(test -> test.usage().cpu()).reduce(Duration.ZERO, Duration::plus),
                grade.cases().stream().map(test -> test.usage().wall()).reduce(Duration.ZERO, Duration::plus),
                grade.extraction(),
                shortened(noteOf(grade)));
    }

    /** About the sample as a whole, else about the first test that did not pass. */
    private static String noteOf(Grade.Scored grade) {
        if (!grade.note().isEmpty()) {
            return grade.note();
        }
        return grade.cases().stream()
                .filter(test -> !test.passed() && !test.note().isEmpty())
                .map(test -> test.id() + ": " + test.note())
                .findFirst()
                .orElse("");
    }

    private static String shortened(String note) {
        return Words.oneLine(note, LONGEST_NOTE);
    }
}
