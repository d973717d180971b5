package dev.rlvr.grader.extract.text;

/** Tags as models write them. A tag next to a quote is a mention, in prose or in a program, and marks nothing up. */
final class Markup {

    private Markup() {}

    static boolean isMention(String text, int from, int to) {
        return isQuote(text, from - 1, from - 2) || isQuote(text, to, to + 1);
    }

    /** A backtick with another one beside it belongs to a fence. */
    private static boolean isQuote(String text, int at, int beyond) {
        return is(text, at, "\"'") || (is(text, at, "`") && !is(text, beyond, "`"));
    }

    private static boolean is(String text, int at, String characters) {
        return at >= 0 && at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
    }

    static boolean startsWith(String text, String tag, int at) {
        return text.regionMatches(true, at, tag, 0, tag.length());
    }

    /** Offset of the next real occurrence, or -1. */
    static int indexOf(String text, String tag, int from) {
        for (var at = text.indexOf(tag.charAt(0), from); at >= 0; at = text.indexOf(tag.charAt(0), at + 1)) {
            if (startsWith(text, tag, at) && !isMention(text, at, at + tag.length())) {
                return at;
            }
        }
        return -1;
    }
}
