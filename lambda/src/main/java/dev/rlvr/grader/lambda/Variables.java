package dev.rlvr.grader.lambda;

import dev.rlvr.grader.reward.RewardConfig.Range;
import dev.rlvr.grader.reward.RewardPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Environment variables, read as values. One that is empty counts as not set. */
record Variables(Map<String, String> environment) {

    boolean has(String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    /** @throws IllegalArgumentException naming the variable */
    <T> T get(String name, String usual, Function<String, T> read) {
        var text = has(name) ? environment.getOrDefault(name, "").strip() : usual;
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the environment variable " + name + ": " + e.getMessage(), e);
        }
    }

    static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        var all = type.getEnumConstants();
        return text -> Arrays.stream(all)
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be one of " + Arrays.toString(all).toLowerCase(Locale.ROOT) + ", not " + text));
    }

    static Duration seconds(String text) {
        var seconds = Double.parseDouble(text);
        if (!(seconds >= 0 && seconds <= 900)) {
            throw new IllegalArgumentException("must lie in 0..900 seconds, not " + text);
        }
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false, not " + text);
        };
    }

    /** The name of a file, or the policy itself. */
    static RewardPolicy policy(String text) {
        return text.startsWith("{") ? RewardPolicy.parse(text) : RewardPolicy.read(Path.of(text));
    }

    static Range range(String text) {
        var ends = text.split("\\.\\.", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("must be two numbers with two dots between them, such as -1..1");
        }
        return new Range(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
    }
}
