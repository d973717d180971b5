package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.model.TestCase.Check.Call;
import dev.rlvr.grader.model.TestCase.Check.Code;
import dev.rlvr.grader.model.TestCase.Check.Stdio;
import dev.rlvr.grader.verify.evidence.Evidence;
import dev.rlvr.grader.verify.evidence.Proposal;
import dev.rlvr.grader.verify.finding.Finding;
import dev.rlvr.grader.verify.finding.Rule;
import java.util.List;

/** Tests that are proposed, where somebody asked for proposals. */
final class Stronger implements Check {

    @Override
    public List<Finding> examine(Evidence evidence) {
        return evidence.proposals().stream()
                .map(proposal -> evidence.finding(
                        Rule.PROPOSED,
                        "test " + proposal.test().id(),
                        "rejects " + count(proposal.kills()),
                        text(proposal)))
                .toList();
    }

    private static String count(int kills) {
        return kills == 1
                ? "a wrong program that passes every test now"
                : kills + " wrong programs that pass every test now";
    }

    private static String text(Proposal proposal) {
        return switch (proposal.test().check()) {
            case Stdio(var stdin, var expected, var _) -> "stdin:\n" + stdin.strip() + "\nstdout:\n" + expected.strip();
            case Call(var arguments, var expected) -> "args: " + arguments + "\nexpected: " + expected;
            case Code(var code, var _) -> code;
        };
    }
}
