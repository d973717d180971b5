package dev.rlvr.grader.sandbox.remote;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that a request comes from somebody who knows the secret, is meant for this path, holds this body, and was made
 * now and for the first time. The parts travel as headers.
 *
 * @param madeAt in milliseconds since 1970
 * @param nonce different for every request
 * @param bodyHash SHA-256 of the body, so that the rest can be checked before the body is read
 * @param signature HMAC-SHA256 over method, path and the three above
 */
public record RequestSignature(String madeAt, String nonce, String bodyHash, String signature) {

    public static final String MADE_AT = "X-Grader-Timestamp";
    public static final String NONCE = "X-Grader-Nonce";
    public static final String BODY_HASH = "X-Grader-Content-Sha256";
    public static final String SIGNATURE = "X-Grader-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    /** For a request by POST. */
    public static RequestSignature of(byte[] secret, String path, byte[] body, Instant now, String nonce) {
        var madeAt = String.valueOf(now.toEpochMilli());
        var hash = hash(body);
        return new RequestSignature(madeAt, nonce, hash, sign(secret, path, madeAt, nonce, hash));
    }

    /** Whether it was made with this secret, for this path. Takes as long whatever differs. */
    public boolean isBy(byte[] secret, String path) {
        var right = sign(secret, path, madeAt, nonce, bodyHash);
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }

    public boolean isOf(byte[] body) {
        return hash(body).equals(bodyHash);
    }

    private static String sign(byte[] secret, String path, String madeAt, String nonce, String hash) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            var text = String.join("\n", "POST", path, madeAt, nonce, hash);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
