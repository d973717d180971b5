package dev.rlvr.grader.report;

import dev.rlvr.grader.model.Grade;
import dev.rlvr.grader.run.DoneIds;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** The file of rows. Each row is written whole, at once, as soon as it exists. */
public final class RowFile implements Closeable {

    private final Path file;
    // Not a channel: an interrupt of the writing thread would close that, and could tear a row.
    private final OutputStream out;

    private RowFile(Path file, boolean append) throws IOException {
        this.file = file;
        this.out = new FileOutputStream(file.toFile(), append);
    }

    /** @throws FileAlreadyExistsException for a regular file, unless it may be overwritten */
    public static RowFile create(Path file, boolean overwrite) throws IOException {
        if (!overwrite && Files.isRegularFile(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        return new RowFile(file, false);
    }

    /**
     * Goes on with the file of an earlier run, or starts it. Keeps its scored rows, one for each id; drops the ungraded
     * ones, which are tried again, and a last line that a kill cut short. The file is replaced in one step, so that it is
     * valid whatever happens.
     *
     * @param earlier receives the grades that are kept
     * @throws NotRows when the file is something else
     */
    public static RowFile resume(Path file, DoneIds done, Consumer<Grade> earlier) throws IOException {
        if (!Files.exists(file)) {
            return create(file, false);
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + " is not a regular file, so it cannot be resumed");
        }
        var real = file.toRealPath();
        var kept = Files.createTempFile(real.toAbsolutePath().getParent(), real.getFileName() + ".", ".resume");
        try {
            keepScored(real, kept, done, earlier);
            if (Files.getFileStore(real).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(kept, Files.getPosixFilePermissions(real));
            }
            Files.move(kept, real, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(kept);
        }
        return new RowFile(real, true);
    }

    public void append(String row) {
        try {
            out.write((row + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static void keepScored(Path from, Path to, DoneIds done, Consumer<Grade> earlier) throws IOException {
        try (var lines = Files.newBufferedReader(from, StandardCharsets.ISO_8859_1);
                var kept = Files.newBufferedWriter(to, StandardCharsets.ISO_8859_1)) {
            var number = 1L;
            for (var line = lines.readLine(); line != null; number++) {
                var next = lines.readLine();
                var grade = GradeRows.read(line);
                if (grade.isEmpty() && next != null && !line.isBlank()) {
                    throw new NotRows(from, number);
                }
                if (grade.isPresent() && grade.get() instanceof Grade.Scored scored && done.add(scored.id())) {
                    earlier.accept(scored);
                    kept.write(line);
                    kept.write('\n');
                }
                line = next;
            }
        }
    }

    /** The file to resume has a line in it that no run has written. */
    public static final class NotRows extends IOException {
        NotRows(Path file, long line) {
            super(file + ", line " + line
                    + ": not a row of `grader grade`; name the --out file of the interrupted run");
        }
    }
}
