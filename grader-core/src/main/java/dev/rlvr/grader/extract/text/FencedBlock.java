package dev.rlvr.grader.extract.text;

/**
 * A fenced block of a text.
 *
 * @param how the rule that found it, as it is reported when the block wins
 */
public record FencedBlock(FenceLabel label, String content, How how) {

    public enum How {
        CLOSED,
        /** The text, or the next block, came before a closing fence. */
        UNCLOSED,
        /** The opening fence stood in the prompt. */
        UNOPENED
    }
}
