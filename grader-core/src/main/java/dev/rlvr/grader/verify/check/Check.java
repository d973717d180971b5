package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.finding.Finding;
import java.util.List;

/** Looks for one kind of fault. Stateless. */
@FunctionalInterface
public interface Check {

    List<Finding> examine(Evidence evidence);
}
