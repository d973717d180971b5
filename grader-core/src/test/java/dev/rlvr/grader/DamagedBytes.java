package dev.rlvr.grader;

import java.util.Random;
import java.util.stream.Stream;

/** Valid messages with random damage, for readers that must not be harmed by any bytes. */
public final class DamagedBytes {

    private static final int LONGEST = 12;

    private final Random random;

    public DamagedBytes(long seed) {
        this.random = new Random(seed);
    }

    /** One that finds what was found before, and one that looks elsewhere. */
    public static Stream<Long> seeds() {
        return Stream.of(20_261_121L, System.nanoTime());
    }

    /** Some bytes are changed, lost or added, once or more. */
    public byte[] of(byte[] whole) {
        var damaged = whole;
        for (var times = random.nextInt(4); times >= 0; times--) {
            damaged = once(damaged);
        }
        return damaged;
    }

    private byte[] once(byte[] bytes) {
        var at = random.nextInt(bytes.length + 1);
        var lost = Math.min(random.nextInt(LONGEST), bytes.length - at);
        var added = new byte[random.nextInt(LONGEST)];
        random.nextBytes(added);
        var damaged = new byte[bytes.length - lost + added.length];
        System.arraycopy(bytes, 0, damaged, 0, at);
        System.arraycopy(added, 0, damaged, at, added.length);
        System.arraycopy(bytes, at + lost, damaged, at + added.length, bytes.length - at - lost);
        return damaged;
    }
}
