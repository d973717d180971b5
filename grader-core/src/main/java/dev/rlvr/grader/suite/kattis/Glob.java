package dev.rlvr.grader.suite.kattis;

import java.util.regex.Pattern;

/**
 * Patterns of {@code submissions.yaml}: {@code *} stands for anything but a slash, and {@code {a,b}} for one of these. A
 * pattern fits a path, and everything below it.
 */
final class Glob {

    private final Pattern pattern;

    Glob(String glob) {
        this.pattern = Pattern.compile(regex(glob) + "(?:/.*)?");
    }

    boolean fits(String path) {
        return pattern.matcher(path).matches();
    }

    private static String regex(String text) {
        var regex = new StringBuilder();
        var glob = text.replaceAll("([{,])\\s+", "$1").replaceAll("\\s+([,}])", "$1");
        var depth = 0;
        for (var i = 0; i < glob.length(); i++) {
            var c = glob.charAt(i);
            switch (c) {
                case '*' -> regex.append("[^/]*");
                case '{' -> {
                    depth++;
                    regex.append("(?:");
                }
                case '}' -> {
                    regex.append(depth > 0 ? ")" : "\\}");
                    depth = Math.max(0, depth - 1);
                }
                case ',' -> regex.append(depth > 0 ? "|" : ",");
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.append(")".repeat(depth)).toString();
    }
}
