package dev.rlvr.grader.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets a test table write what a text file cannot hold: {@code \n}, {@code \x00}, and four hexadecimal digits after u. */
final class Escapes {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(x..|u....|.)");

    private Escapes() {}

    static byte[] bytes(String escaped) {
        return ESCAPE.matcher(escaped)
                .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1))))
                .getBytes(UTF_8);
    }

    private static String character(String escape) {
        return switch (escape.charAt(0)) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'f' -> "\f";
            case 'x', 'u' -> Character.toString(Integer.parseInt(escape.substring(1), 16));
            default -> escape;
        };
    }
}
