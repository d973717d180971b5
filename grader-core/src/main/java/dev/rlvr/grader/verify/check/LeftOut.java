package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.util.ArrayList;
import java.util.List;

/** What was not looked at is said. */
final class LeftOut implements Check {

    @Override
    public List<Finding> examine(Evidence evidence) {
        var findings = new ArrayList<Finding>();
        evidence.notRun().forEach(why -> findings.add(evidence.finding(Rule.NOT_RUN, "", why)));
        evidence.entry()
                .parts()
                .ifPresent(parts ->
                        parts.notes().forEach(note -> findings.add(evidence.finding(Rule.LEFT_OUT, "", note))));
        return findings;
    }
}
