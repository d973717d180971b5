package dev.rlvr.grader.lambda;

import dev.rlvr.grader.GraderBuilder;
import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.model.Sample;
import dev.rlvr.grader.reward.RewardPolicy;
import java.nio.file.Path;
import java.util.Map;

/** What the handler grades with. */
@FunctionalInterface
interface LambdaGrader {

    /** Where Lambda unpacks a layer. */
    String USUAL_HOME = "/opt/grader";

    /** Never throws for what a sample contains. */
    Grade grade(Sample sample) throws InterruptedException;

    /** The whole object graph, its sandbox warm, as the environment asks for it. */
    static LambdaGrader of(Map<String, String> environment) throws InterruptedException {
        var builder = new GraderBuilder(Path.of(environment.getOrDefault("GRADER_HOME", USUAL_HOME)));
        var policy = environment.getOrDefault("GRADER_POLICY", "");
        if (!policy.isEmpty()) {
            builder.policy(RewardPolicy.read(Path.of(policy)));
        }
        return builder.build()::grade;
    }
}
