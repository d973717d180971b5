package dev.rlvr.grader;

import dev.rlvr.grader.reward.RewardPolicy;
import dev.rlvr.grader.sandbox.Isolation;
import dev.rlvr.grader.suite.SuiteRepository;
import java.nio.file.Path;

/** Puts a {@link Grader} together. */
public final class GraderBuilder {

    /** @param home the installation: where the agent and the language folders are */
    public GraderBuilder(Path home) {
        throw new UnsupportedOperationException(home.toString());
    }

    public GraderBuilder suites(SuiteRepository suites) {
        return this;
    }

    public GraderBuilder policy(RewardPolicy policy) {
        return this;
    }

    /** How many samples run at the same time. Default: one per core. */
    public GraderBuilder parallelism(int boxes) {
        return this;
    }

    /** Refuse to run below this level. Default: the strongest that the machine offers is used, and reported. */
    public GraderBuilder minIsolation(Isolation level) {
        return this;
    }

    /** @throws dev.rlvr.grader.sandbox.SandboxException when the machine cannot run programs as asked, with what to do */
    public Grader build() {
        throw new UnsupportedOperationException();
    }
}
