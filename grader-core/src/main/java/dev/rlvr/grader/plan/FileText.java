package dev.rlvr.grader.plan;

import dev.rlvr.grader.model.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Files as our scripts print them: a line with {@code x} or {@code -}, the size and the name, then so many bytes. */
public final class FileText {

    private static final int LONGEST_LINE = 300;

    private FileText() {}

    public record Entry(SourceFile file, boolean executable) {}

    /** What does not have this form ends the list: it was cut off, or a program wrote it. */
    static List<Entry> parse(byte[] text) {
        var entries = new ArrayList<Entry>();
        var at = 0;
        while (at < text.length) {
            var end = endOfLine(text, at);
            var words = new String(text, at, end - at, StandardCharsets.UTF_8).split(" ", 3);
            if (words.length < 3
                    || !words[1].matches("\\d{1,9}")
                    || !words[2].matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")) {
                return entries;
            }
            var from = end + 1;
            var to = from + Integer.parseInt(words[1]);
            if (to > text.length) {
                return entries;
            }
            entries.add(new Entry(new SourceFile(words[2], Arrays.copyOfRange(text, from, to)), words[0].equals("x")));
            at = to;
        }
        return entries;
    }

    private static int endOfLine(byte[] text, int from) {
        var end = from;
        while (end < text.length && end - from < LONGEST_LINE && text[end] != '\n') {
            end++;
        }
        return end;
    }
}
