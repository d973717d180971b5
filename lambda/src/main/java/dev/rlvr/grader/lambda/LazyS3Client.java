package dev.rlvr.grader.lambda;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Made when first needed: most functions never ask, and its classes take a third of a second to load. */
final class LazyS3Client implements Supplier<S3Client> {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration ALL_ATTEMPTS = Duration.ofSeconds(10);

    private static final class Holder {
        static final S3Client CLIENT = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(PATIENCE)
                        .socketTimeout(PATIENCE))
                .overrideConfiguration(configuration -> configuration.apiCallTimeout(ALL_ATTEMPTS))
                .build();
    }

    @Override
    public S3Client get() {
        return Holder.CLIENT;
    }
}
