package dev.rlvr.grader.images;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that decides what is in an image, but for the versions of the packages that Debian has on that day.
 *
 * @param name of the language, or {@code base}
 * @param arguments of the Dockerfile
 * @param digest SHA-256 of all of it, in hexadecimal digits
 */
public record ImageRecipe(String name, BuildContext context, SortedMap<String, String> arguments, String digest) {

    static final String REPOSITORY = "rlvr-grader/";
    private static final int TAG_LENGTH = 12;

    public ImageRecipe {
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
    }

    static ImageRecipe of(String name, BuildContext context, SortedMap<String, String> arguments) {
        var sha = BuildContext.sha256();
        sha.update((name + "\n" + arguments + "\n" + context.digest()).getBytes(StandardCharsets.UTF_8));
        return new ImageRecipe(name, context, arguments, HexFormat.of().formatHex(sha.digest()));
    }

    /** Such as {@code rlvr-grader/python}. */
    public String repository() {
        return REPOSITORY + name;
    }

    /** The image that was made of exactly this, such as {@code rlvr-grader/python:0f3a5b7c9d1e}. */
    public String reference() {
        return repository() + ":" + tag();
    }

    /** Where its packages come from; empty: where Debian's own configuration says. */
    String mirror() {
        return arguments.getOrDefault("MIRROR", "");
    }

    String tag() {
        return digest.substring(0, TAG_LENGTH);
    }
}
