package dev.rlvr.grader.reward;

import dev.rlvr.grader.model.CaseResult;
import dev.rlvr.grader.model.Component;
import dev.rlvr.grader.model.Suite;
import java.nio.file.Path;
import java.util.List;

/** How test results and the form of the answer become a reward. */
public final class RewardPolicy {

    public static RewardPolicy defaults() {
        throw new UnsupportedOperationException();
    }

    /** @throws IllegalArgumentException with every problem of the file, each with its field */
    public static RewardPolicy read(Path file) {
        throw new UnsupportedOperationException(file.toString());
    }

    public dev.rlvr.grader.model.ScoringSpec scoring(Suite suite) {
        return suite.scoring();
    }

    /**
     * @param source the extracted program; empty when none was found
     * @param extraction the rule that found it; empty when none did
     */
    public Reward reward(Suite suite, String source, String extraction, List<CaseResult> cases) {
        throw new UnsupportedOperationException(suite.id() + source + extraction + cases);
    }

    public record Reward(double value, List<Component> components) {
        public Reward {
            components = List.copyOf(components);
        }
    }
}
