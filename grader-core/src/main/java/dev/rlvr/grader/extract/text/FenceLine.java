package dev.rlvr.grader.extract.text;

/**
 * A line that may open or close a fenced block, as in CommonMark: a run of at least three backticks or tildes, then an
 * info string, which for backticks holds none.
 *
 * @param indent white space in front of it
 * @param length of the run, 0 for a line that is no fence
 */
record FenceLine(int indent, char mark, int length, String info) {

    static final FenceLine NONE = new FenceLine(0, ' ', 0, "");

    private static final int SHORTEST = 3;
    private static final int LONGEST_INFO = 200;

    /** Indentation that a fence may have more than the one it belongs to. */
    static final int SLACK = 3;

    static FenceLine at(String text, int lineStart) {
        var at = lineStart;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        var run = at;
        var mark = at < text.length() ? text.charAt(at) : ' ';
        if (mark != '`' && mark != '~') {
            return NONE;
        }
        while (run < text.length() && text.charAt(run) == mark) {
            run++;
        }
        if (run - at < SHORTEST) {
            return NONE;
        }
        var end = Lines.end(text, run);
        var info = text.substring(run, Math.min(end, run + LONGEST_INFO)).strip();
        return mark == '`' && text.indexOf('`', run, end) >= 0
                ? NONE
                : new FenceLine(at - lineStart, mark, run - at, info);
    }

    /** The same fence behind a list marker that takes up that many columns. */
    FenceLine deeper(int by) {
        return by == 0 || isNone() ? this : new FenceLine(indent + by, mark, length, info);
    }

    boolean isNone() {
        return length == 0;
    }

    boolean isBare() {
        return length > 0 && info.isEmpty();
    }

    boolean closes(FenceLine opening) {
        return isBare() && isWithin(opening) && length >= opening.length;
    }

    /** Whether it is the same kind of fence, and not so deep that it belongs to the content. */
    boolean isWithin(FenceLine opening) {
        return mark == opening.mark && indent <= opening.indent + SLACK;
    }
}
