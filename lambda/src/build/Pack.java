import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes the archive that is uploaded. Its jars are rewritten without compression of their own, so that the archive's
 * compresses across classes: it is much smaller, and the JVM has nothing to inflate when it starts.
 */
final class Pack {

    /** The first that archives know: the same input makes the same archive. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Pack() {}

    /** FOLDER ARCHIVE: the jars of FOLDER/lib are rewritten where they are. */
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        try (var jars = Files.list(folder.resolve("lib"))) {
            for (var jar : jars.toList()) {
                Files.write(jar, stored(Files.readAllBytes(jar)));
            }
        }
        var files = new TreeMap<String, Path>();
        try (var all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(file -> files.put(name(folder.relativize(file)), file));
        }
        try (var archive = new ZipOutputStream(Files.newOutputStream(Path.of(args[1])))) {
            archive.setLevel(Deflater.BEST_COMPRESSION);
            for (var file : files.entrySet()) {
                add(archive, new ZipEntry(file.getKey()), Files.readAllBytes(file.getValue()));
            }
        }
    }

    private static String name(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static byte[] stored(byte[] jar) throws IOException {
        var out = new ByteArrayOutputStream(2 * jar.length);
        try (var from = new ZipInputStream(new ByteArrayInputStream(jar));
                var to = new ZipOutputStream(out)) {
            to.setMethod(ZipOutputStream.STORED);
            for (ZipEntry entry; (entry = from.getNextEntry()) != null; ) {
                var content = from.readAllBytes();
                var crc = new CRC32();
                crc.update(content);
                var same = new ZipEntry(entry.getName());
                same.setSize(content.length);
                same.setCrc(crc.getValue());
                add(to, same, content);
            }
        }
        return out.toByteArray();
    }

    private static void add(ZipOutputStream archive, ZipEntry entry, byte[] content) throws IOException {
        entry.setTimeLocal(DATE);
        archive.putNextEntry(entry);
        archive.write(content);
        archive.closeEntry();
    }
}
