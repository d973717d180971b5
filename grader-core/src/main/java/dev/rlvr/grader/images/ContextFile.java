package dev.rlvr.grader.images;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that goes into the making of an image. */
sealed interface ContextFile {

    /** Where it goes, relative to the root of the context, with {@code /} between the names. */
    String path();

    boolean executable();

    long size();

    InputStream open() throws IOException;

    /** What it holds is given. */
    record Given(String path, String text) implements ContextFile {
        private byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public boolean executable() {
            return false;
        }

        @Override
        public long size() {
            return bytes().length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes());
        }
    }

    /** What it holds is on the disk. */
    record OnDisk(String path, Path file, boolean executable) implements ContextFile {
        @Override
        public long size() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
            }
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
