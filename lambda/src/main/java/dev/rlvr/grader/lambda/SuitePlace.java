package dev.rlvr.grader.lambda;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Where the suites are that samples refer to by name. */
sealed interface SuitePlace {

    /** Samples carry their own. */
    record Nowhere() implements SuitePlace {}

    /** Files and folders, of the package or a layer. */
    record Files(List<Path> paths) implements SuitePlace {
        public Files {
            paths = List.copyOf(paths);
        }
    }

    /**
     * One object for each suite.
     *
     * @param prefix in front of the suite's name; {@code .json} follows it
     */
    record Bucket(String name, String prefix) implements SuitePlace {}

    /** Paths with commas between them, or {@code s3://bucket/prefix}. */
    static SuitePlace of(String text) {
        if (text.isEmpty()) {
            return new Nowhere();
        }
        if (!text.startsWith("s3://")) {
            return new Files(Arrays.stream(text.split(","))
                    .map(String::strip)
                    .map(Path::of)
                    .toList());
        }
        var place = URI.create(text);
        if (place.getHost() == null) {
            throw new IllegalArgumentException("must name a bucket, as in s3://bucket/prefix, not " + text);
        }
        var folder = place.getPath().replaceFirst("^/", "").replaceFirst("/$", "");
        return new Bucket(place.getHost(), folder.isEmpty() ? "" : folder + "/");
    }
}
