package dev.rlvr.grader.extract.code;

/**
 * The end of a prompt, where a continuation goes on.
 *
 * @param indent that the statements of the body have; 0 if the prompt does not end inside of a block
 * @param tail white space at the end, which indents the first line of the continuation already
 */
public record PythonPrompt(int indent, Ending ending, String tail) {

    public enum Ending {
        /** Behind a line end. */
        LINE,
        /** Behind a statement, with no line end yet. */
        STATEMENT,
        /** Inside of a bracket or a string. */
        MIDDLE
    }

    public static final PythonPrompt NONE = new PythonPrompt(0, Ending.LINE, "");

    private static final int STEP = 4;

    /** Whether there is something to continue. */
    public boolean isOpen() {
        return indent > 0 || ending == Ending.MIDDLE;
    }

    public static PythonPrompt of(String prompt) {
        var indent = 0;
        var unfinished = false;
        for (var line : PythonLines.of(prompt)) {
            if (line.isCode() || line.isProse()) {
                indent = line.opensBlock() ? line.indent() + STEP : line.indent();
            }
            unfinished = line.unfinished();
        }
        var tail = prompt.substring(prompt.lastIndexOf('\n') + 1);
        if (unfinished) {
            return new PythonPrompt(indent, Ending.MIDDLE, "");
        }
        return tail.isBlank()
                ? new PythonPrompt(indent, Ending.LINE, tail)
                : new PythonPrompt(indent, Ending.STATEMENT, "");
    }
}
