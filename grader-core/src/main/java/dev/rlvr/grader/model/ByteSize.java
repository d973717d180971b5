package dev.rlvr.grader.model;

/** A number of bytes. */
public record ByteSize(long bytes) implements Comparable<ByteSize> {

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size cannot be negative: " + bytes);
        }
    }

    public static ByteSize kibibytes(long n) {
        return new ByteSize(Math.multiplyExact(n, 1L << 10));
    }

    public static ByteSize mebibytes(long n) {
        return new ByteSize(Math.multiplyExact(n, 1L << 20));
    }

    public static ByteSize gibibytes(long n) {
        return new ByteSize(Math.multiplyExact(n, 1L << 30));
    }

    @Override
    public int compareTo(ByteSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** Prints with the largest unit that keeps the number whole: {@code 64 MiB}, {@code 1500 B}. */
    @Override
    public String toString() {
        var units = new String[] {"B", "KiB", "MiB", "GiB", "TiB"};
        var value = bytes;
        var unit = 0;
        while (value >= 1024 && value % 1024 == 0 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return value + " " + units[unit];
    }
}
