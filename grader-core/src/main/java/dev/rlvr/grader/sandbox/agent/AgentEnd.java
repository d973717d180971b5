package dev.rlvr.grader.sandbox.agent;

/**
 * How an agent ended.
 *
 * @param how a few words, such as {@code exit code 2}
 * @param lastWords the end of what it wrote to stderr; may be empty
 * @param killed by something that no program inside of it can do: it says nothing about what ran there
 */
public record AgentEnd(String how, String lastWords, boolean killed) {

    @Override
    public String toString() {
        return "(" + how + ")" + (lastWords.isEmpty() ? "" : ": " + lastWords);
    }
}
