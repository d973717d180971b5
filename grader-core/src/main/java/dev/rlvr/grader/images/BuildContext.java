package dev.rlvr.grader.images;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The files that an engine gets to build an image from. The archive is the same wherever and whenever it is made: sorted
 * by path, of one time, owned by root, with the permissions of plain files or of programs.
 */
record BuildContext(List<ContextFile> files) {

    /** The time of everything in our images. Any will do, as long as it stays. */
    static final Instant TIME = Instant.parse("2026-11-21T00:00:00Z");

    private static final int FOLDER = 040755;
    private static final int PROGRAM = 0100755;
    private static final int PLAIN = 0100644;

    BuildContext {
        files = files.stream().sorted(Comparator.comparing(ContextFile::path)).toList();
    }

    /** SHA-256 of the archive, in hexadecimal digits. */
    String digest() {
        var sha = sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
            writeArchive(out);
        } catch (IOException e) {
            throw unreadable(e);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** @return a new file, for the caller to delete */
    Path archive() {
        try {
            var file = Files.createTempFile("grader-image-", ".tar");
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                writeArchive(out);
            }
            return file;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void writeArchive(OutputStream out) throws IOException {
        try (var tar = new TarArchiveOutputStream(out)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (var folder : folders()) {
                tar.putArchiveEntry(entry(folder + "/", FOLDER, 0));
                tar.closeArchiveEntry();
            }
            for (var file : files) {
                tar.putArchiveEntry(entry(file.path(), file.executable() ? PROGRAM : PLAIN, file.size()));
                try (var in = file.open()) {
                    in.transferTo(tar);
                }
                tar.closeArchiveEntry();
            }
        }
    }

    private TreeSet<String> folders() {
        var folders = new TreeSet<String>();
        for (var file : files) {
            var path = file.path();
            for (var slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                folders.add(path.substring(0, slash));
            }
        }
        return folders;
    }

    private static TarArchiveEntry entry(String path, int mode, long size) {
        var entry = new TarArchiveEntry(path);
        entry.setMode(mode);
        entry.setSize(size);
        entry.setModTime(TIME.toEpochMilli());
        entry.setIds(0, 0);
        entry.setNames("", "");
        return entry;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("cannot put together what an image is made of: " + e.getMessage(), e);
    }
}
