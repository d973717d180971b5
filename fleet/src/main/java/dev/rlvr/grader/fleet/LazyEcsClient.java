package dev.rlvr.grader.fleet;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ecs.EcsClient;

/** Made when first needed: its classes take a third of a second to load. */
final class LazyEcsClient implements Supplier<EcsClient> {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration ALL_ATTEMPTS = Duration.ofSeconds(6);

    private Optional<EcsClient> client = Optional.empty();

    /** Fails with an SdkException where no region is known, and tries again the next time. */
    @Override
    public synchronized EcsClient get() {
        if (client.isEmpty()) {
            client = Optional.of(open());
        }
        return client.get();
    }

    private static EcsClient open() {
        return EcsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(PATIENCE)
                        .socketTimeout(PATIENCE))
                // Many functions share what ECS allows an account: after a throttle each waits at random, then asks
                // again.
                .overrideConfiguration(configuration -> configuration
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                        .apiCallTimeout(ALL_ATTEMPTS))
                .build();
    }
}
