package dev.rlvr.grader.suite.json;

/** Text for messages. */
public final class Text {

    private Text() {}

    /** At most {@code limit} characters of it, on one line. */
    public static String brief(String text, int limit) {
        var end = text.length() <= limit ? text.length() : limit;
        if (end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        var shown = text.substring(0, end).replaceAll("\\p{Cntrl}", " ");
        return end < text.length() ? shown + "..." : shown;
    }
}
