package dev.rlvr.grader.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rlvr.grader.suite.SuiteUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** The real client of AWS against an endpoint on this machine. */
class S3SuitesTest {

    private FakeS3 s3;
    private S3Client client;
    private S3Suites suites;
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void start() throws IOException {
        s3 = new FakeS3();
        client = S3Client.builder()
                .endpointOverride(s3.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
        suites = new S3Suites(new SuitePlace.Bucket("bucket", "suites/v1/"), () -> client, () -> now);
    }

    @AfterEach
    void stop() {
        client.close();
        s3.close();
    }

    @Test
    void a_suite_is_the_object_with_its_name() {
        s3.put("bucket/suites/v1/sums/1.json", "the text");

        assertThat(suites.text("sums/1")).contains("the text");
    }

    @Test
    void what_was_read_is_not_asked_for_again() {
        s3.put("bucket/suites/v1/a.json", "the text");
        suites.text("a");
        suites.text("a");

        assertThat(s3.statuses()).containsExactly(200);
    }

    @Test
    void after_a_while_it_is_asked_for_only_if_its_content_changed() {
        s3.put("bucket/suites/v1/a.json", "old");
        suites.text("a");
        now = now.plus(Duration.ofMinutes(6));
        assertThat(suites.text("a")).contains("old");
        s3.put("bucket/suites/v1/a.json", "new");
        assertThat(suites.text("a")).contains("old");
        now = now.plus(Duration.ofMinutes(6));

        assertThat(suites.text("a")).contains("new");
        assertThat(s3.statuses()).containsExactly(200, 304, 200);
    }

    @Test
    void a_name_without_an_object_is_no_suite_and_not_asked_for_again() {
        assertThat(suites.text("42")).isEmpty();
        assertThat(suites.text("42")).isEmpty();

        assertThat(s3.statuses()).containsExactly(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 500, 503})
    void a_bucket_that_does_not_answer_is_our_fault(int status) {
        s3.fail(status);

        assertThatThrownBy(() -> suites.text("a"))
                .isInstanceOf(SuiteUnavailable.class)
                .hasMessageStartingWith("cannot read s3://bucket/suites/v1/a.json (");
    }

    @Test
    void what_is_known_goes_on_being_used_when_the_bucket_does_not_answer() {
        s3.put("bucket/suites/v1/a.json", "the text");
        suites.text("a");
        s3.fail(503);
        now = now.plus(Duration.ofHours(1));

        assertThat(suites.text("a")).contains("the text");
    }

    @Test
    void a_name_that_no_key_can_have_is_no_suite() {
        assertThat(suites.text("x".repeat(2000))).isEmpty();
        assertThat(suites.text("")).isEmpty();
        assertThat(s3.statuses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../other", "a b", "ü", "a?b#c", "%2e%2e"})
    void a_name_is_taken_literally(String name) {
        s3.put("bucket/suites/v1/" + name + ".json", "the text");
        s3.put("bucket/suites/other.json", "another");

        assertThat(suites.text(name)).contains("the text");
    }
}
