package dev.rlvr.grader.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Batches of programs of several kinds, each with tests of its own, whose rewards are known. */
final class KnownRewards {

    /** What a program does with the number that it reads, and the share of its tests that it passes. */
    private enum Kind {
        RIGHT("print(%d + int(input()))", 1),
        HALF("n = int(input())\\nprint(%d + n if n < 5 else 'no')", 0.5),
        WRONG("print(%d - int(input()) - 1)", 0),
        CRASH("raise ValueError(%d)", 0),
        NO_CODE("", 0);

        private final String source;
        private final double reward;

        Kind(String source, double reward) {
            this.source = source;
            this.reward = reward;
        }
    }

    private KnownRewards() {}

    private static Kind kind(int sample) {
        return Kind.values()[sample % Kind.values().length];
    }

    /** @param first number of the first sample; no two batches have to share any */
    static byte[] batch(int first, int samples) {
        return IntStream.range(first, first + samples)
                .mapToObj(KnownRewards::row)
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String row(int sample) {
        var completion = kind(sample) == Kind.NO_CODE
                ? "I do not know."
                : "```python\\n" + kind(sample).source.formatted(sample) + "\\n```";
        return """
                {"id":"s%d","messages":[{"role":"user","content":"Add %d."},{"role":"assistant","content":"%s"}],\
                "reference_answer":{"inputs":["2\\n","5\\n"],"outputs":["%d\\n","%d\\n"]}}""".formatted(sample, sample, completion, sample + 2, sample + 5);
    }

    /** No reward is wrong, none is missing, and each is where it belongs. */
    static void areIn(JsonNode reply, int first, int samples) {
        assertThat(reply.size()).isEqualTo(samples);
        for (var i = 0; i < samples; i++) {
            var row = reply.get(i);
            assertThat(row.path("id").asString()).isEqualTo("s" + (first + i));
            assertThat(row.path("aggregate_reward_score").asDouble())
                    .as(row.toString())
                    .isEqualTo(kind(first + i).reward);
        }
    }
}
