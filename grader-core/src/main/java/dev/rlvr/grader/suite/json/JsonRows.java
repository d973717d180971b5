package dev.rlvr.grader.suite.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * Cuts a stream into rows without parsing any of them: the lines of JSON lines, or the elements of one JSON array.
 *
 * <p>Elements are found by counting brackets outside of strings, so an element that is not valid JSON costs only itself
 * as long as its brackets match. Memory holds one row at a time, and never more than the limit.
 */
public final class JsonRows implements Iterator<JsonRows.Row>, Closeable {

    /** Far beyond any real row, far below what an ordinary heap holds. */
    public static final int MAX_ROW_BYTES = 64 << 20;

    /** Where a row starts, and what it is. Lines count from 1, offsets from the start of the file. */
    public sealed interface Row {
        int line();

        record Text(int line, long offset, byte[] utf8) implements Row {}

        record Broken(int line, String problem) implements Row {}
    }

    private enum Place {
        LINES,
        ELEMENTS,
        WHOLE,
        AFTER_ARRAY,
        END
    }

    private final CountedBytes in;
    private final RowBuffer row;
    private final String tail;
    private Place place;
    private boolean first = true;
    private Optional<Row> ahead = Optional.empty();

    private JsonRows(CountedBytes in, int maxRowBytes, String tail, Place otherwise) throws IOException {
        this.in = in;
        this.tail = tail;
        row = new RowBuffer(maxRowBytes);
        in.skipWhitespace();
        place = in.peek() == '[' ? Place.ELEMENTS : otherwise;
        if (place == Place.ELEMENTS) {
            in.read();
        }
    }

    /** An array if the first character is {@code [}, else lines. A byte order mark is skipped. */
    public static JsonRows of(InputStream stream) throws IOException {
        return of(stream, MAX_ROW_BYTES);
    }

    static JsonRows of(InputStream stream, int maxRowBytes) throws IOException {
        var in = new CountedBytes(stream);
        in.skipByteOrderMark();
        return new JsonRows(in, maxRowBytes, "", Place.LINES);
    }

    /**
     * The rows of one JSON document: the elements of an array, or of the array in {@code {"name": [...]}}, or else the
     * document itself.
     */
    public static JsonRows ofDocument(Path file, String name) throws IOException {
        var start = arrayUnder(file, name);
        var in = new CountedBytes(Files.newInputStream(file));
        in.skipByteOrderMark();
        while (in.offset() < start && in.read() >= 0) {
            // Read rather than skipped, so that lines are counted.
        }
        return new JsonRows(in, MAX_ROW_BYTES, start > 0 ? "}" : "", Place.WHOLE);
    }

    @Override
    public boolean hasNext() {
        if (ahead.isEmpty()) {
            try {
                ahead = switch (place) {
                    case LINES -> line();
                    case ELEMENTS -> element();
                    case WHOLE -> whole();
                    case AFTER_ARRAY -> afterArray();
                    case END -> Optional.empty();
                };
            } catch (IOException e) {
                ahead = stop("the file cannot be read any further (" + e.getMessage() + "); check that it is complete");
            }
        }
        return ahead.isPresent();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var next = ahead.orElseThrow();
        ahead = Optional.empty();
        return next;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Optional<Row> line() throws IOException {
        in.skipWhitespace();
        if (in.peek() < 0) {
            place = Place.END;
            return Optional.empty();
        }
        row.start(in);
        while (in.peek() >= 0 && in.peek() != '\n') {
            row.add(in.read());
        }
        return Optional.of(row.finish());
    }

    private Optional<Row> whole() throws IOException {
        place = Place.END;
        row.start(in);
        while (in.peek() >= 0) {
            row.add(in.read());
        }
        return Optional.of(row.finish());
    }

    private Optional<Row> element() throws IOException {
        in.skipWhitespace();
        if (in.peek() == ']' && first) {
            in.read();
            return afterArray();
        }
        first = false;
        row.start(in);
        copyElement();
        return switch (in.read()) {
            case -1 -> stop("the array does not end; restore the missing part, or write one row per line");
            case ']' -> {
                place = Place.AFTER_ARRAY;
                yield Optional.of(row.finish());
            }
            default -> Optional.of(row.finish());
        };
    }

    /** Up to the comma or bracket that ends the element. */
    private void copyElement() throws IOException {
        var depth = 0;
        var quoted = false;
        for (int next = in.peek(); next >= 0; next = in.peek()) {
            if (quoted) {
                if (next == '\\') {
                    row.add(in.read());
                }
                quoted = next != '"';
            } else if (depth == 0 && (next == ',' || next == ']')) {
                return;
            } else {
                quoted = next == '"';
                depth += next == '{' || next == '[' ? 1 : next == '}' || next == ']' ? -1 : 0;
            }
            row.add(in.read());
        }
    }

    private Optional<Row> afterArray() throws IOException {
        in.skipWhitespace();
        for (var i = 0; i < tail.length() && in.peek() == tail.charAt(i); i++) {
            in.read();
            in.skipWhitespace();
        }
        if (in.peek() < 0) {
            place = Place.END;
            return Optional.empty();
        }
        return stop("text follows the end of the array; remove it, or write one row per line");
    }

    /** Where the value of {@code name} starts if the document is an object that opens with it and it is an array, else 0. */
    private static long arrayUnder(Path file, String name) throws IOException {
        try (var stream = Files.newInputStream(file);
                var parser = Json.tokens(stream)) {
            var found = parser.nextToken() == JsonToken.START_OBJECT
                    && name.equals(parser.nextName())
                    && parser.nextToken() == JsonToken.START_ARRAY;
            return found ? parser.currentTokenLocation().getByteOffset() : 0;
        } catch (JacksonException _) {
            // Not JSON: whoever parses the row says so, with the place.
            return 0;
        }
    }

    private Optional<Row> stop(String problem) {
        place = Place.END;
        return Optional.of(new Row.Broken(in.line(), problem));
    }
}
