package dev.rlvr.grader.plan;

import dev.rlvr.grader.model.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Shell scripts of ours that runs bring along. */
final class Scripts {

    private Scripts() {}

    /** @param resource file name beside this class */
    static SourceFile load(String resource) {
        try (var stream = Objects.requireNonNull(Scripts.class.getResourceAsStream(resource), resource)) {
            return new SourceFile(resource, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
