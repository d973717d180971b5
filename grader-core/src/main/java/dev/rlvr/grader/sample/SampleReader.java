package dev.rlvr.grader.sample;

import dev.rlvr.grader.suite.json.Json;
import dev.rlvr.grader.suite.json.JsonRows;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/**
 * Reads the samples of one file (JSON lines or a JSON array, gzip or not), a row at a time, in constant memory.
 *
 * <p>A row that cannot be read is a {@link SampleRow.Bad}, and reading goes on behind it.
 */
public final class SampleReader implements Iterator<SampleRow>, Closeable {

    private static final int GZIP_MAGIC = 0x1F8B;

    private final String name;
    private final JsonRows rows;
    private final RowReader reader = new RowReader();
    private final Queue<SampleRow> ready = new ArrayDeque<>();
    private long number;

    private SampleReader(String name, JsonRows rows) {
        this.name = name;
        this.rows = rows;
    }

    /** @throws UncheckedIOException if the file cannot be opened */
    public static SampleReader open(Path file) {
        try {
            return open(Files.newInputStream(file), file.toString());
        } catch (IOException e) {
            throw cannotRead(file.toString(), e);
        }
    }

    /**
     * @param name of the stream, for messages
     * @throws UncheckedIOException if not even the first bytes can be read
     */
    public static SampleReader open(InputStream stream, String name) {
        try {
            return new SampleReader(name, JsonRows.of(unpacked(stream)));
        } catch (IOException e) {
            throw cannotRead(name, e);
        }
    }

    /**
     * Reads one row that did not come from a file. It must hold one completion.
     *
     * @param place put in front of a problem
     * @param defaultId the id of a row that has none
     */
    public static SampleRow read(JsonNode row, String place, String defaultId) {
        var samples = new RowReader().read(row, place, defaultId);
        return samples.size() == 1
                ? samples.getFirst()
                : new SampleRow.Bad(
                        defaultId, place + ": holds " + samples.size() + " completions; write one row for each");
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && rows.hasNext()) {
            number++;
            switch (rows.next()) {
                case JsonRows.Row.Broken(var line, var problem) -> bad(line, problem);
                case JsonRows.Row.Text row -> parse(row.line(), row.utf8());
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public SampleRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw cannotRead(name, e);
        }
    }

    private void parse(int line, byte[] utf8) {
        switch (Json.parse(utf8)) {
            case Json.Parsed.Value(var node) -> ready.addAll(reader.read(node, place(line), String.valueOf(number)));
            case Json.Parsed.Broken(var why) -> bad(line, "not readable as JSON: " + why + "; correct it");
        }
    }

    private void bad(int line, String problem) {
        ready.add(new SampleRow.Bad(place(line), place(line) + ": " + problem));
    }

    private String place(int line) {
        return name + ":" + line;
    }

    private static InputStream unpacked(InputStream stream) throws IOException {
        var buffered = new BufferedInputStream(stream);
        buffered.mark(2);
        var magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    private static UncheckedIOException cannotRead(String name, IOException e) {
        return new UncheckedIOException(name + ": cannot be read (" + e.getMessage() + "); check that it exists", e);
    }
}
