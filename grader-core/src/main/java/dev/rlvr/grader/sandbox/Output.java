package dev.rlvr.grader.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Captured bytes.
 *
 * @param cut whether there was more
 */
public record Output(byte[] bytes, boolean cut) {
    public static final Output EMPTY = new Output(new byte[0], false);

    /** As UTF-8, invalid sequences replaced. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Output(var b, var c) && c == cut && Arrays.equals(b, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes" + (cut ? ", cut" : "");
    }
}
