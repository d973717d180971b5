package dev.rlvr.grader.server;

import com.sun.net.httpserver.Headers;
import dev.rlvr.grader.sandbox.remote.RequestSignature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets requests in that are signed, made just now, and not seen before. Thread-safe. */
final class Doorkeeper {

    /** How far clocks may be apart, and so how long a request has to be remembered. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    private static final int LONGEST_NONCE = 64;

    /** Not let in. */
    static final class Refused extends Exception {
        Refused(String why) {
            super(why);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private final byte[] secret;
    private final InstantSource clock;

    /** When a nonce may be forgotten; oldest first. */
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    Doorkeeper(byte[] secret, InstantSource clock) {
        this.secret = secret.clone();
        this.clock = clock;
    }

    /** Looks at the headers alone; whether the body is what was signed has to be checked when it was read. */
    RequestSignature admit(String path, Headers headers) throws Refused {
        var signature = new RequestSignature(
                header(headers, RequestSignature.MADE_AT),
                header(headers, RequestSignature.NONCE),
                header(headers, RequestSignature.BODY_HASH),
                header(headers, RequestSignature.SIGNATURE));
        if (!signature.isBy(secret, path)) {
            throw new Refused("the signature is wrong; both sides need the same secret");
        }
        var madeAt = Instant.ofEpochMilli(Long.parseLong(signature.madeAt()));
        var now = clock.instant();
        if (Duration.between(madeAt, now).abs().compareTo(TOLERANCE) > 0) {
            throw new Refused("the request was made at " + madeAt + ", and here it is " + now + "; set the clocks");
        }
        if (signature.nonce().length() > LONGEST_NONCE || !remember(signature.nonce(), madeAt, now)) {
            throw new Refused("the request was made before; every request needs a nonce of its own");
        }
        return signature;
    }

    private static String header(Headers headers, String name) throws Refused {
        var value = headers.getFirst(name);
        if (value == null) {
            throw new Refused("the header " + name + " is missing; requests have to be signed");
        }
        return value;
    }

    private boolean remember(String nonce, Instant madeAt, Instant now) {
        synchronized (seen) {
            for (var oldest = seen.values().iterator();
                    oldest.hasNext() && oldest.next().isBefore(now); ) {
                oldest.remove();
            }
            return seen.putIfAbsent(nonce, madeAt.plus(TOLERANCE).plus(TOLERANCE)) == null;
        }
    }
}
