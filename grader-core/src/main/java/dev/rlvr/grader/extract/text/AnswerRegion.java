package dev.rlvr.grader.extract.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text that the model itself marked as its answer, or the whole of it.
 *
 * @param rule how it was marked; empty for the whole
 */
public record AnswerRegion(String rule, String text) {

    private record Tag(String name, String open, String close) {}

    private static final List<Tag> TAGS = List.of(
            new Tag("solution", "<|begin_of_solution|>", "<|end_of_solution|>"),
            new Tag("answer", "<answer>", "</answer>"),
            new Tag("solution", "<solution>", "</solution>"),
            new Tag("code", "<code>", "</code>"),
            new Tag("python", "[PYTHON]", "[/PYTHON]"),
            new Tag("begin", "[BEGIN]", "[DONE]"));

    private static final String BOXED = "\\boxed{";

    /** From the innermost to the whole text; of several with the same tag only the last, which is where models end up. */
    public static List<AnswerRegion> of(String text) {
        var regions = new ArrayList<AnswerRegion>();
        var inner = text;
        for (var tag : TAGS) {
            var region = last(inner, tag);
            if (!region.isEmpty()) {
                regions.addFirst(new AnswerRegion("tag:" + tag.name, region));
                inner = region;
            }
        }
        var boxed = boxed(inner);
        if (!boxed.isEmpty()) {
            regions.addFirst(new AnswerRegion("tag:boxed", boxed));
        }
        regions.add(new AnswerRegion("", text));
        return regions;
    }

    /** To the end of the text where the closing tag is missing: it often is the stop sequence. */
    private static String last(String text, Tag tag) {
        var start = -1;
        var content = 0;
        for (var at = Markup.indexOf(text, tag.open, 0); at >= 0; at = Markup.indexOf(text, tag.open, content)) {
            content = at + tag.open.length();
            start = mayBegin(text, tag, at) ? content : start;
        }
        if (start < 0) {
            return "";
        }
        var close = Markup.indexOf(text, tag.close, start);
        return text.substring(start, close < 0 ? text.length() : close);
    }

    /** In the middle of a line, {@code [BEGIN]} may be an index. */
    private static boolean mayBegin(String text, Tag tag, int at) {
        return !tag.open.startsWith("[") || at == 0 || text.charAt(at - 1) == '\n';
    }

    private static String boxed(String text) {
        var start = text.lastIndexOf(BOXED);
        if (start < 0) {
            return "";
        }
        var content = start + BOXED.length();
        var depth = 1;
        for (var at = content; at < text.length(); at++) {
            depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return text.substring(content, at);
            }
        }
        return text.substring(content);
    }
}
