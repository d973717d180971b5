package dev.rlvr.grader.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many rows a file has, as far as that is cheap to say. Only a progress bar wants to know. */
public final class LineCount {

    public static final long UNKNOWN = -1;

    private static final byte GZIP = 0x1f;

    private LineCount() {}

    /** The lines that are not empty, or {@link #UNKNOWN} for a pipe, a gzip file, and a file that holds one JSON array. */
    public static long of(Path file) {
        if (!Files.isRegularFile(file)) {
            return UNKNOWN;
        }
        try {
            return count(file);
        } catch (IOException e) {
            // Who reads the rows will say what is wrong with the file.
            return UNKNOWN;
        }
    }

    private static long count(Path file) throws IOException {
        var lines = 0L;
        var inLine = false;
        var first = true;
        var buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(file)) {
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (var i = 0; i < n; i++) {
                    var space = buffer[i] == '\n' || buffer[i] == '\r' || buffer[i] == ' ' || buffer[i] == '\t';
                    if (first && !space) {
                        if (buffer[i] == '[' || buffer[i] == GZIP) {
                            return UNKNOWN;
                        }
                        first = false;
                    }
                    lines += !inLine && !space ? 1 : 0;
                    inLine = buffer[i] != '\n' && (inLine || !space);
                }
            }
        }
        return lines;
    }
}
