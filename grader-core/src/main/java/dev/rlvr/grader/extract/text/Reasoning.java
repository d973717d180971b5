package dev.rlvr.grader.extract.text;

import java.util.List;

/**
 * Takes the model's thinking out of a completion. A thought whose opening tag stood in the prompt reaches back to the
 * start of the text; a thought that never ends reaches to its end, and nothing in it counts.
 *
 * @param answer what is left
 * @param unfinished whether the text ends inside of a thought
 */
public record Reasoning(String answer, boolean unfinished) {

    private record Tag(String open, String close) {}

    private static final List<Tag> TAGS = List.of(
            new Tag("<think>", "</think>"),
            new Tag("<thinking>", "</thinking>"),
            new Tag("<thought>", "</thought>"),
            new Tag("<reasoning>", "</reasoning>"),
            new Tag("<reflection>", "</reflection>"),
            new Tag("<scratchpad>", "</scratchpad>"),
            new Tag("<|begin_of_thought|>", "<|end_of_thought|>"),
            new Tag("<|begin_of_internal_thought|>", "<|end_of_internal_thought|>"),
            new Tag("[THINK]", "[/THINK]"),
            new Tag("\u25c1think\u25b7", "\u25c1/think\u25b7"));

    public static Reasoning strip(String text) {
        return new Scan(Channels.finalMessage(text)).run();
    }

    /** One pass from front to back; what was kept so far is dropped where an unopened thought ends. */
    private static final class Scan {
        private final String text;
        private final StringBuilder kept = new StringBuilder();
        private boolean lineStart = true;
        private FenceLine fence = FenceLine.NONE;

        private Scan(String text) {
            this.text = text;
        }

        private Reasoning run() {
            var at = 0;
            var copied = 0;
            while (at < text.length()) {
                if (lineStart) {
                    followFences(at);
                }
                var next = afterThought(at);
                if (next == Integer.MAX_VALUE) {
                    return new Reasoning(kept.append(text, copied, at).toString(), true);
                }
                if (next < 0) {
                    kept.setLength(0);
                    next = -next;
                    copied = next;
                } else if (next > at) {
                    // A line end, so that a fence right behind the tag still begins its line.
                    kept.append(text, copied, at).append(text.startsWith("\n", next) ? "" : "\n");
                    copied = next;
                }
                lineStart = next > at || text.charAt(at) == '\n';
                at = Math.max(next, at + (next > at ? 0 : 1));
            }
            return new Reasoning(kept.append(text, copied, text.length()).toString(), false);
        }

        private void followFences(int at) {
            var line = FenceLine.at(text, at);
            if (fence.isNone()) {
                fence = line;
            } else if (line.closes(fence)) {
                fence = FenceLine.NONE;
            }
        }

        /** Where the text goes on: {@code at} itself if no tag is there, negative if everything before was thought too. */
        private int afterThought(int at) {
            var c = text.charAt(at);
            if (c != '<' && c != '[' && c != '\u25c1') {
                return at;
            }
            for (var tag : TAGS) {
                if (isMarkup(tag.close, at)) {
                    fence = FenceLine.NONE;
                    return -(at + tag.close.length());
                }
                if (fence.isNone() && isMarkup(tag.open, at) && opensHere(at)) {
                    var close = Markup.indexOf(text, tag.close, at + tag.open.length());
                    return close < 0 ? Integer.MAX_VALUE : close + tag.close.length();
                }
            }
            return at;
        }

        private boolean isMarkup(String tag, int at) {
            return Markup.startsWith(text, tag, at) && !Markup.isMention(text, at, at + tag.length());
        }

        /** Glued to a letter it is part of something else. */
        private boolean opensHere(int at) {
            return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        }
    }
}
