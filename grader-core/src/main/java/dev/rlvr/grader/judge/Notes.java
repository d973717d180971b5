package dev.rlvr.grader.judge;

/** Text that comes from programs, made fit to print. */
final class Notes {

    private static final int LONGEST = 300;

    private Notes() {}

    static String bounded(String text) {
        var out = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            if (out.length() >= LONGEST) {
                return out.append("...").toString();
            }
            var c = text.charAt(i);
            if (c == '\n') {
                out.append("; ");
            } else if (Character.isISOControl(c)
                    || Character.isSurrogate(c)
                    || Character.getType(c) == Character.FORMAT) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
