package dev.rlvr.grader.extract.text;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Physical lines of a text. */
public final class Lines {

    private Lines() {}

    /** Offset of the line end at or after {@code from}: that of the LF, or the length of the text. */
    public static int end(String text, int from) {
        var end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** White space at the start of the line, in characters. */
    public static int indent(String text, int lineStart) {
        var at = lineStart;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at - lineStart;
    }

    public static String map(String text, UnaryOperator<String> change) {
        return text.lines().map(change).collect(Collectors.joining("\n", "", text.endsWith("\n") ? "\n" : ""));
    }

    /** Removes up to that much indentation from every line. */
    public static String outdent(String text, int by) {
        return by == 0 ? text : map(text, line -> line.substring(Math.min(by, indent(line, 0))));
    }

    /** Removes the indentation that all lines share. */
    public static String dedent(String text) {
        var shared = Integer.MAX_VALUE;
        for (var at = 0; at < text.length() && shared > 0; at = end(text, at) + 1) {
            var indent = indent(text, at);
            if (!text.substring(at + indent, end(text, at)).isBlank()) {
                shared = Math.min(shared, indent);
            }
        }
        return outdent(text, shared == Integer.MAX_VALUE ? 0 : shared);
    }

    /** Without the blank lines around it; indentation of the first line that is left is kept. */
    public static String trimBlank(String text) {
        var start = 0;
        for (var end = Lines.end(text, 0);
                end < text.length() && text.substring(start, end).isBlank(); ) {
            start = end + 1;
            end = Lines.end(text, start);
        }
        return text.substring(start).stripTrailing();
    }
}
