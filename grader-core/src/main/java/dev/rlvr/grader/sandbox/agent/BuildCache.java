package dev.rlvr.grader.sandbox.agent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Artefacts by what they were built from: language, version of its toolchain, command, limits and every source. Only what was
 * built well is kept; what was used least recently goes first.
 *
 * <p>It is in the memory of the host, where no program of a sandbox can write, and nothing a program says is part of a
 * key. It lives no longer than the backend, whose toolchains are the same all the time.
 */
final class BuildCache {

    private static final long LARGEST = 256L << 20;

    private final Cache<String, byte[]> artefacts = Caffeine.newBuilder()
            .maximumWeight(LARGEST)
            .weigher((String _, byte[] artefact) -> artefact.length)
            .build();

    /** @param frame the encoded build */
    static String key(String toolchain, byte[] frame) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(toolchain.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(frame));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Optional<byte[]> find(String key) {
        return Optional.ofNullable(artefacts.getIfPresent(key));
    }

    void keep(String key, byte[] artefact) {
        artefacts.put(key, artefact);
    }
}
