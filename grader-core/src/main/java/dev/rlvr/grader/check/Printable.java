package dev.rlvr.grader.check;

/** Shows bytes of unknown origin in reports: short, quoted, in printable ASCII whatever they are. */
final class Printable {

    static final int LONGEST = 80;

    private Printable() {}

    static String quoted(byte[] bytes, int from, int to) {
        var text = new StringBuilder("\"");
        var at = from;
        while (at < to && text.length() < LONGEST) {
            append(text, bytes[at++] & 0xff);
        }
        return text.append(at < to ? "\"..." : "\"").toString();
    }

    static String quoted(String value) {
        var text = new StringBuilder("\"");
        var at = 0;
        while (at < value.length() && text.length() < LONGEST) {
            append(text, value.charAt(at++));
        }
        return text.append(at < value.length() ? "\"..." : "\"").toString();
    }

    private static void append(StringBuilder text, int unit) {
        switch (unit) {
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '"', '\\' -> text.append('\\').append((char) unit);
            default -> {
                if (unit >= ' ' && unit < 0x7f) {
                    text.append((char) unit);
                } else {
                    text.append(unit < 0x100 ? "\\x%02x".formatted(unit) : "\\u%04x".formatted(unit));
                }
            }
        }
    }
}
