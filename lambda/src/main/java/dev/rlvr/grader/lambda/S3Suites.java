package dev.rlvr.grader.lambda;

import dev.rlvr.grader.suite.SuiteStore;
import dev.rlvr.grader.suite.SuiteUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Suites as objects of an S3 bucket.
 *
 * <p>What was read is used for a while without asking, then asked for only if its content has another hash (entity tag).
 * When S3 cannot be asked, what is known goes on being used. Thread-safe.
 */
final class S3Suites implements SuiteStore {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int NOT_MODIFIED = 304;

    /** Of keys, in S3. */
    private static final int LONGEST_KEY = 1024;

    /** Texts that are kept, in characters. */
    private static final long CAPACITY = 32L << 20;

    private static final long OVERHEAD = 256;

    /** @param text empty if there was no such object */
    private record Known(Optional<String> text, String entityTag, Instant asked) {
        long size() {
            return OVERHEAD + text.map(String::length).orElse(0);
        }
    }

    private final SuitePlace.Bucket bucket;
    private final Supplier<S3Client> client;
    private final InstantSource clock;
    private final Map<String, Known> known = new LinkedHashMap<>(64, 0.75f, true);
    private long size;

    S3Suites(SuitePlace.Bucket bucket, Supplier<S3Client> client, InstantSource clock) {
        this.bucket = bucket;
        this.client = client;
        this.clock = clock;
    }

    /** With the credentials and the region of the environment. */
    static S3Suites in(SuitePlace.Bucket bucket) {
        return new S3Suites(bucket, new LazyS3Client(), InstantSource.system());
    }

    @Override
    public Optional<String> text(String name) {
        var key = bucket.prefix() + name + ".json";
        if (name.isEmpty() || key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
            return Optional.empty();
        }
        var last = last(key);
        if (last.isPresent() && clock.instant().isBefore(last.get().asked().plus(FRESH))) {
            return last.get().text();
        }
        var now = ask(key, last);
        keep(key, now);
        return now.text();
    }

    private Known ask(String key, Optional<Known> last) {
        var request = GetObjectRequest.builder().bucket(bucket.name()).key(key);
        last.filter(earlier -> earlier.text().isPresent())
                .ifPresent(earlier -> request.ifNoneMatch(earlier.entityTag()));
        try {
            var object = client.get().getObjectAsBytes(request.build());
            return new Known(
                    Optional.of(object.asUtf8String()), object.response().eTag(), clock.instant());
        } catch (NoSuchKeyException _) {
            return new Known(Optional.empty(), "", clock.instant());
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_MODIFIED) {
                return last.map(earlier -> new Known(earlier.text(), earlier.entityTag(), clock.instant()))
                        .orElseThrow(() -> unavailable(key, e));
            }
            return last.orElseThrow(() -> unavailable(key, e));
        } catch (SdkException e) {
            return last.orElseThrow(() -> unavailable(key, e));
        }
    }

    private SuiteUnavailable unavailable(String key, SdkException e) {
        return new SuiteUnavailable(
                "cannot read s3://" + bucket.name() + "/" + key + " (" + e.getMessage()
                        + "); the function's role needs s3:GetObject on it, and s3:ListBucket to tell a missing one",
                e);
    }

    private Optional<Known> last(String key) {
        synchronized (known) {
            return Optional.ofNullable(known.get(key));
        }
    }

    private void keep(String key, Known now) {
        synchronized (known) {
            var before = known.put(key, now);
            size += now.size() - (before == null ? 0 : before.size());
            for (var eldest = known.values().iterator(); size > CAPACITY && eldest.hasNext(); ) {
                size -= eldest.next().size();
                eldest.remove();
            }
        }
    }
}
