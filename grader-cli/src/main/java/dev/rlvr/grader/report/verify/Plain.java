package dev.rlvr.grader.report.verify;

import java.util.regex.Pattern;

/** Text of suites and programs, made fit for where it is shown. */
final class Plain {

    /** All but tab, line feed, and the escape that our own colours begin with. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\x1b]]|\\x1b(?!\\[\\d{1,2}m)");

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private Plain() {}

    /** Without what would steer a terminal. */
    static String text(String text) {
        return STEERING.matcher(text).replaceAll("?");
    }

    /** Without what XML cannot carry. */
    static String xml(String text) {
        return NOT_XML.matcher(text).replaceAll("?");
    }

    static String html(String text) {
        return xml(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
