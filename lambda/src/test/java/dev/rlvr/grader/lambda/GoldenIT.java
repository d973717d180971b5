package dev.rlvr.grader.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rlvr.grader.suite.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every form of event, sent to the packaged function through AWS's own runtime client and real sandboxes; the replies are
 * compared byte for byte, but for what is measured: time and memory are never the same twice.
 */
class GoldenIT {

    private static final Path HOME =
            Path.of(System.getProperty("grader.home", "..")).toAbsolutePath();
    private static final Path FOLDER = HOME.resolve("testcases/golden/lambda");
    private static final long INVOCATION_MILLIS = 60_000;

    private static final String MEASURED =
            "(\\\\?\"name\\\\?\":\\\\?\"(?:efficiency|cpu_ms_max|memory_mb_max)\\\\?\",\\\\?\"value\\\\?\":)[-+.0-9E]+";

    /** A function and the trainer that invokes it. */
    private record Function(RuntimeApi api, RuntimeClient client) {
        static Function start(Map<String, String> environment) throws IOException, InterruptedException {
            var api = new RuntimeApi(INVOCATION_MILLIS);
            var client = RuntimeClient.start(api, environment, List.of());
            // Two that start at once unpack the same native library over each other.
            api.awaitInitialised();
            return new Function(api, client);
        }

        void stop() throws IOException {
            client.close();
            api.close();
        }
    }

    private static FakeS3 s3;
    private static Function list;
    private static Function http;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        s3 = new FakeS3();
        s3.put("suites/v1/double.json", Files.readString(FOLDER.resolve("suites/double.json")));
        list = Function.start(Map.of(
                "GRADER_HOME",
                HOME.toString(),
                "GRADER_SUITES",
                FOLDER.resolve("suites").toString()));
        http = Function.start(Map.of(
                "GRADER_HOME", HOME.toString(),
                "GRADER_SUITES", "s3://suites/v1",
                "RESPONSE_STYLE", "http",
                "REWARD_RANGE", "-1..1",
                "AWS_ENDPOINT_URL_S3", s3.endpoint().toString(),
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "id",
                "AWS_SECRET_ACCESS_KEY", "secret-of-the-role"));
    }

    @AfterAll
    static void stop() throws IOException {
        list.stop();
        http.stop();
        s3.close();
    }

    static Stream<String> requests() throws IOException {
        return names("request");
    }

    private static Stream<String> names(String kind) throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("." + kind + ".json"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void an_event_gets_the_promised_list(String name) throws Exception {
        var reply = list.api().response(read(name + ".request.json"));

        assertThat(comparable(reply)).isEqualTo(promised(name + ".response.json"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void an_event_gets_the_promised_http_response(String name) throws Exception {
        var reply = http.api().response(read(name + ".request.json"));

        assertThat(comparable(reply)).isEqualTo(promised(name + ".response.http.json"));
    }

    @Test
    void all_forms_were_sent() throws IOException {
        assertThat(names("request")).hasSizeGreaterThanOrEqualTo(17);
    }

    @Test
    void an_event_without_samples_is_an_error_and_the_next_one_is_served() throws Exception {
        assertThat(list.api().invoke("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        RuntimeApi.Outcome.Failure.class,
                        failure -> assertThat(failure.body()).contains("the event holds no list of samples"));
        assertThat(list.api().response("[]".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("[]".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_log_has_a_line_of_json_for_each_sample_and_says_nothing_of_tests_and_credentials() throws Exception {
        http.api().response(read("list.request.json"));
        http.api().response(read("bad-rows.request.json"));
        var lines = http.client().output().lines().toList();

        assertThat(lines).anyMatch(line -> line.startsWith("{\"id\":\"124\",\"aggregate_reward_score\":0.0,"));
        assertThat(lines).anyMatch(line -> line.startsWith("{\"_aws\":{\"Timestamp\":"));
        assertThat(lines).allSatisfy(line -> assertThat(Json.parse(line)).isInstanceOf(Json.Parsed.Value.class));
        assertThat(lines)
                .noneMatch(line -> line.contains("secret-of-the-role")
                        || line.contains("Doubling")
                        || line.replace("hardcoded_inputs", "").contains("inputs")
                        || line.contains("10\\n"));
    }

    private static byte[] read(String file) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(file));
    }

    private static String comparable(byte[] reply) {
        return new String(reply, StandardCharsets.UTF_8).replaceAll(MEASURED, "$10.0");
    }

    /** A file ends with a line's end, a reply does not. */
    private static String promised(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file)).replaceFirst("\n$", "");
    }
}
