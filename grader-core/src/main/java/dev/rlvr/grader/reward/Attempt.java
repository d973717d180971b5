package dev.rlvr.grader.reward;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Suite;
import java.util.List;

/**
 * An answer to a problem and what became of it.
 *
 * @param source the extracted program; empty when none was found
 * @param extraction the rule that found it; empty when none did
 */
public record Attempt(Suite suite, String source, String extraction, List<CaseResult> cases) {
    public Attempt {
        cases = List.copyOf(cases);
    }
}
