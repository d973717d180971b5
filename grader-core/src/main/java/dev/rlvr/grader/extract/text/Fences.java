package dev.rlvr.grader.extract.text;

import dev.rlvr.grader.extract.text.FencedBlock.How;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the fenced blocks of a text by the rules of CommonMark, and by three habits of models that it does not know: a
 * label inside of an open block begins the next one (nobody closed the first), a fence may close at the end of a line of
 * code, and the content of a block labelled markdown is text with blocks in it.
 */
public final class Fences {

    private static final int DEEPEST_MARKDOWN = 2;

    private final String text;
    private final int depth;
    private final List<FencedBlock> blocks = new ArrayList<>();
    private FenceLine opening = FenceLine.NONE;
    private int contentStart;
    private int listIndent;

    private Fences(String text, int depth) {
        this.text = text;
        this.depth = depth;
    }

    public static List<FencedBlock> in(String text) {
        return new Fences(text, 0).scan();
    }

    /** What stands in front of the first fence, if that has no label and so may be a closing one; else nothing. */
    public static String beforeClosingFence(String text) {
        for (var at = 0; at < text.length(); at = Lines.end(text, at) + 1) {
            var line = FenceLine.at(text, at);
            if (!line.isNone() && line.indent() <= FenceLine.SLACK) {
                return line.isBare() ? text.substring(0, at) : "";
            }
        }
        return "";
    }

    private List<FencedBlock> scan() {
        for (var at = 0; at < text.length(); at = Lines.end(text, at) + 1) {
            if (opening.isNone()) {
                openAt(at);
                continue;
            }
            var line = FenceLine.at(text, at);
            if (line.closes(opening)) {
                close(at, How.CLOSED);
            } else if (isNextBlock(line)) {
                close(at, How.UNCLOSED);
                openAt(at);
            }
        }
        if (!opening.isNone()) {
            close(text.length(), How.UNCLOSED);
        }
        return blocks;
    }

    private void openAt(int lineStart) {
        var content = ListItem.content(text, lineStart);
        var line = FenceLine.at(text, content).deeper(content - lineStart);
        if (content > lineStart) {
            listIndent = content - lineStart;
        } else if (Lines.indent(text, lineStart) == 0 && Lines.end(text, lineStart) > lineStart) {
            listIndent = 0;
        }
        if (!line.isNone() && line.indent() <= listIndent + FenceLine.SLACK) {
            opening = line;
            contentStart = Math.min(text.length(), Lines.end(text, lineStart) + 1);
        }
    }

    private boolean isNextBlock(FenceLine line) {
        return line.length() == opening.length()
                && line.isWithin(opening)
                && FenceLabel.of(line.info()) instanceof FenceLabel.Language;
    }

    private void close(int end, How how) {
        var content = Lines.outdent(text.substring(contentStart, end), opening.indent());
        var label = FenceLabel.of(opening.info());
        if (how == How.UNCLOSED) {
            content = content.substring(0, strayFence(content));
        }
        if (label instanceof FenceLabel.Markdown && depth < DEEPEST_MARKDOWN) {
            blocks.addAll(new Fences(content, depth + 1).scan());
        } else if (!content.isBlank()) {
            blocks.add(new FencedBlock(label, content, how));
        }
        opening = FenceLine.NONE;
    }

    /** Where a fence that is not on a line of its own ends the content, or one that was cut off in the middle. */
    private int strayFence(String content) {
        for (var at = 0; at < content.length(); ) {
            var end = Lines.end(content, at);
            var run = end;
            while (run > at && content.charAt(run - 1) == opening.mark()) {
                run--;
            }
            var isLast = end >= content.length() - 1;
            var isCutOff = isLast && run < end && content.substring(at, run).isBlank();
            if (isCutOff || (end - run >= opening.length() && content.indexOf(opening.mark(), at, run) < 0)) {
                return run;
            }
            at = end + 1;
        }
        return content.length();
    }
}
