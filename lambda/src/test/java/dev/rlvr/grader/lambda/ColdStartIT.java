package dev.rlvr.grader.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a new execution environment costs: the packaged function and AWS's own runtime client, from the start of the
 * process (so the JVM's own start is in it) to the first reward, its sandbox included. Prints what it measures.
 */
class ColdStartIT {

    private static final Path HOME =
            Path.of(System.getProperty("grader.home", "..")).toAbsolutePath();
    private static final long INVOCATION_MILLIS = 60_000;
    private static final long MEGABYTE = 1_000_000;

    /** As Lambda starts the JVM, with the memory of a small function. */
    private static final List<String> LAMBDA = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m");

    /** Others may be at work on this machine: what they take is not counted, and the best of so many starts decides. */
    private static final int STARTS = 10;

    @TempDir
    private Path folder;

    @Test
    void the_package_is_small() throws IOException {
        var size = Files.size(Path.of("target", "lambda.zip"));
        System.out.printf("lambda.zip: %.1f MB%n", size / (double) MEGABYTE);

        assertThat(size).isLessThan(15 * MEGABYTE);
    }

    @Test
    void the_first_reward_comes_within_900_ms() throws Exception {
        var best = best("cold start", LAMBDA, Duration.ofMillis(900));

        assertThat(best).isLessThan(Duration.ofMillis(900));
    }

    @Test
    void the_first_reward_comes_within_450_ms_with_an_aot_cache() throws Exception {
        var cache = folder.resolve("lambda.aot");
        train(cache);
        var options = new ArrayList<>(LAMBDA);
        options.add("-XX:AOTCache=" + cache);
        var best = best("cold start with an AOT cache", options, Duration.ofMillis(450));

        assertThat(best).isLessThan(Duration.ofMillis(450));
    }

    @Test
    void a_batch_of_64_takes_less_than_256_mb() throws Exception {
        try (var api = new RuntimeApi(INVOCATION_MILLIS);
                var client = RuntimeClient.start(api, environment(), LAMBDA)) {
            for (var i = 0; i < 3; i++) {
                var reply = new String(api.response(batch(64)), StandardCharsets.UTF_8);
                assertThat(reply.split("\"aggregate_reward_score\":1.0", -1)).hasSize(65);
            }
            var peak = client.peakMemory() * 1024;
            System.out.printf("peak memory with batches of 64: %d MB%n", peak / MEGABYTE);

            assertThat(peak).isLessThan(256 * MEGABYTE);
        }
    }

    private static Map<String, String> environment() {
        return Map.of("GRADER_HOME", HOME.toString());
    }

    private static Duration best(String what, List<String> options, Duration limit) throws Exception {
        var best = Duration.ofDays(1);
        for (var i = 0; i < STARTS && best.compareTo(limit) >= 0; i++) {
            try (var api = new RuntimeApi(INVOCATION_MILLIS)) {
                var begun = System.nanoTime();
                try (var client = RuntimeClient.start(api, environment(), options)) {
                    var reply = new String(api.response(batch(1)), StandardCharsets.UTF_8);
                    var took = Duration.ofNanos(System.nanoTime() - begun);
                    assertThat(reply).contains("\"aggregate_reward_score\":1.0");
                    var own = took.minus(client.waitedForCpu());
                    System.out.printf("%s: %d ms, %d of them its own%n", what, took.toMillis(), own.toMillis());
                    best = own.compareTo(best) < 0 ? own : best;
                }
            }
        }
        return best;
    }

    /** A JVM writes its cache when it ends. */
    private static void train(Path cache) throws Exception {
        var options = new ArrayList<>(LAMBDA);
        options.add("-XX:AOTCacheOutput=" + cache);
        try (var api = new RuntimeApi(INVOCATION_MILLIS);
                var client = RuntimeClient.start(api, environment(), options)) {
            api.response(batch(1));
            client.stop();
            assertThat(cache).as(client.output()).exists();
            System.out.printf("AOT cache: %.1f MB%n", Files.size(cache) / (double) MEGABYTE);
        }
    }

    private static byte[] batch(int samples) {
        return IntStream.range(0, samples)
                .mapToObj("""
                        {"id":"%d","messages":[{"role":"user","content":"Double it."},\
                        {"role":"assistant","content":"```python\\nprint(2 * int(input()))\\n```"}],\
                        "reference_answer":{"inputs":["2\\n","5\\n"],"outputs":["4\\n","10\\n"]}}"""::formatted)
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
