package dev.rlvr.grader.extract.text;

import java.util.List;

/** Brings a completion into the one form that the scanners read: LF line ends, one turn, no chat template around it. */
public final class CompletionText {

    /** What chat templates put after an answer; text behind it is another turn that nobody asked for. */
    private static final List<String> ENDS_OF_TURN = List.of(
            "<|im_end|>",
            "<|eot_id|>",
            "<|endoftext|>",
            "<|end_of_text|>",
            "<|return|>",
            "<\uff5cend\u2581of\u2581sentence\uff5c>",
            "<end_of_turn>",
            "</s>");

    private CompletionText() {}

    public static String normalise(String completion) {
        var text = withoutCarriageReturns(completion.startsWith("\ufeff") ? completion.substring(1) : completion);
        return text.substring(0, endOfTurn(text));
    }

    /** As Python does when it reads a file: CR LF and a lone CR both end a line, inside of strings too. */
    private static String withoutCarriageReturns(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static int endOfTurn(String text) {
        for (var at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            for (var end : ENDS_OF_TURN) {
                if (text.startsWith(end, at) && !Markup.isMention(text, at, at + end.length())) {
                    return at;
                }
            }
        }
        return text.length();
    }
}
