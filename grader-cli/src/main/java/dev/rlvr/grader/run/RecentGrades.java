package dev.rlvr.grader.run;

import dev.rlvr.grader.model.Grade;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The grades used last. Bounded by the test results they hold, since those are what takes the memory. */
final class RecentGrades {

    static final int MOST_CASES = 50_000;
    private static final int MOST_GRADES = 4096;

    private final int mostCases;
    private final LinkedHashMap<Fingerprint, Grade.Scored> grades = new LinkedHashMap<>(16, 0.75f, true);
    private int cases;

    RecentGrades(int mostCases) {
        this.mostCases = mostCases;
    }

    Optional<Grade.Scored> find(Fingerprint key) {
        return Optional.ofNullable(grades.get(key));
    }

    void remember(Fingerprint key, Grade.Scored grade) {
        var replaced = grades.put(key, grade);
        cases += grade.cases().size() - (replaced == null ? 0 : replaced.cases().size());
        while (cases > mostCases || grades.size() > MOST_GRADES) {
            cases -= grades.pollFirstEntry().getValue().cases().size();
        }
    }

    int size() {
        return grades.size();
    }
}
