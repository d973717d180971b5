package dev.rlvr.grader.extract.text;

/** The channels of the Harmony format, of which only the final one answers the user. */
final class Channels {

    private static final String CHANNEL = "<|channel|>";
    private static final String MESSAGE = "<|message|>";
    private static final String FINAL = "<|channel|>final";
    private static final String END = "<|end|>";

    /** What is left of the header when the special tokens were dropped in decoding. */
    private static final String BARE_FINAL = "assistantfinal";

    private Channels() {}

    static String finalMessage(String text) {
        if (text.startsWith("analysis") && text.contains(BARE_FINAL)) {
            return text.substring(text.lastIndexOf(BARE_FINAL) + BARE_FINAL.length());
        }
        if (!text.contains(CHANNEL) || !text.contains(MESSAGE)) {
            return text;
        }
        var start = text.lastIndexOf(FINAL);
        var message = start < 0 ? -1 : text.indexOf(MESSAGE, start);
        if (message < 0) {
            // An analysis without a final message is a thought that was not finished.
            return text.substring(0, text.indexOf(CHANNEL)) + "\n<think>";
        }
        var content = message + MESSAGE.length();
        var end = text.indexOf(END, content);
        return text.substring(content, end < 0 ? text.length() : end);
    }
}
