package dev.rlvr.grader.suite;

import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/** What goes to stdin or is expected on stdout: text, a number, or a list of lines. */
final class PlainText {

    private PlainText() {}

    static String of(Row.Field field, Problems problems) {
        var node = field.node();
        if (isText(node)) {
            return text(node);
        }
        if (!node.isArray()) {
            problems.add(field.path(), "is neither text nor a list of lines; write it as text");
            return "";
        }
        var lines = new ArrayList<String>();
        for (var i = 0; i < node.size(); i++) {
            if (isText(node.get(i))) {
                lines.add(text(node.get(i)));
            } else {
                problems.add(field.at(i).path(), "is not a line of text; write it as text");
            }
        }
        return String.join("\n", lines);
    }

    private static boolean isText(JsonNode node) {
        return node.isString() || node.isNumber();
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : node.toString();
    }
}
