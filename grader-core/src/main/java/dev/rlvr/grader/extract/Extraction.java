package dev.rlvr.grader.extract;

import dev.rlvr.grader.model.Submission;

/** What was found in a completion, and by which rule. */
public sealed interface Extraction {

    /**
     * @param submission for a continuation without the prompt, which whoever assembles the program puts in front
     * @param rule stable name of the rule that won, such as {@code fence:last}; {@code docs/extraction.md} lists them
     * @param continuation whether the code continues the suite's prompt instead of standing on its own
     */
    record Found(Submission submission, String rule, boolean continuation) implements Extraction {}

    record NotFound(String reason) implements Extraction {}
}
