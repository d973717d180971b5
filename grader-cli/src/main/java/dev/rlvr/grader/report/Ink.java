package dev.rlvr.grader.report;

/** Colours, for terminals only. */
public enum Ink {
    COLOURED,
    PLAIN;

    String good(String text) {
        return in("32", text);
    }

    public String bad(String text) {
        return in("31", text);
    }

    public String faint(String text) {
        return in("2", text);
    }

    String strong(String text) {
        return in("1", text);
    }

    private String in(String colour, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\033[" + colour + "m" + text + "\033[0m";
    }
}
