package dev.rlvr.grader.extract.text;

/** Markers of Markdown lists: {@code -}, {@code *}, {@code +}, {@code 1.}, {@code 1)}. */
final class ListItem {

    private static final int LONGEST_NUMBER = 9;

    private ListItem() {}

    /** Offset of what the item at that line says, or the line start itself if it is no item. */
    static int content(String text, int lineStart) {
        var start = lineStart + Lines.indent(text, lineStart);
        var marker = start;
        while (marker < text.length() && marker - start < LONGEST_NUMBER && isDigit(text.charAt(marker))) {
            marker++;
        }
        var marks = marker == start ? "-*+" : ".)";
        if (marker >= text.length() || marks.indexOf(text.charAt(marker)) < 0) {
            return lineStart;
        }
        var content = marker + 1 + Lines.indent(text, marker + 1);
        return content > marker + 1 ? content : lineStart;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
