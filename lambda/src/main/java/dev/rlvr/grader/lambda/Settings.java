package dev.rlvr.grader.lambda;

import dev.rlvr.grader.reward.RewardPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What can be set, by environment variables: {@code docs/lambda.md} lists them.
 *
 * @param home where the agent and the language folders are
 * @param runs where programs run
 * @param limit for grading, even where the invocation may take longer
 * @param margin kept of the time that the invocation may take, to answer in
 * @param faultDetails whether the log says what is wrong with a row, which may quote its tests
 */
record Settings(
        Path home,
        RunPlace runs,
        SuitePlace suites,
        RewardPolicy policy,
        ResponseStyle style,
        FaultPolicy faults,
        Duration limit,
        Duration margin,
        boolean faultDetails) {

    /** @throws IllegalArgumentException naming a variable that cannot be used */
    static Settings of(Map<String, String> environment) {
        var variables = new Variables(environment);
        var policy = variables.get("GRADER_POLICY", "{}", Variables::policy);
        return new Settings(
                // Where Lambda unpacks a layer.
                variables.get("GRADER_HOME", "/opt/grader", Path::of),
                RunPlace.of(variables),
                variables.get("GRADER_SUITES", "", SuitePlace::of),
                variables.has("REWARD_RANGE")
                        ? policy.withRange(variables.get("REWARD_RANGE", "", Variables::range))
                        : policy,
                variables.get("RESPONSE_STYLE", "list", Variables.oneOf(ResponseStyle.class)),
                faults(variables),
                // Trainers are thought to hang up after a minute.
                variables.get("GRADING_SECONDS", "50", Variables::seconds),
                variables.get("MARGIN_SECONDS", "1.5", Variables::seconds),
                variables.get("LOG_FAULT_DETAILS", "false", Variables::flag));
    }

    private static FaultPolicy faults(Variables variables) {
        var action = variables.get("ON_INFRASTRUCTURE_FAULT", "fail", Variables.oneOf(FaultPolicy.Action.class));
        return switch (action) {
            case FAIL ->
                variables.get("INFRASTRUCTURE_FAULT_THRESHOLD", "0", text -> new FaultPolicy(Double.parseDouble(text)));
            case NEUTRAL -> FaultPolicy.NEUTRAL;
        };
    }

    /** How long the rows may take in an invocation that ends in {@code left}. */
    Duration within(Duration left) {
        var usable = left.minus(margin);
        var shorter = usable.compareTo(limit) < 0 ? usable : limit;
        return shorter.isNegative() ? Duration.ZERO : shorter;
    }
}
