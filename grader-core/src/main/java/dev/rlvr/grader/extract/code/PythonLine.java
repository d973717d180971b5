package dev.rlvr.grader.extract.code;

import java.util.List;

/**
 * A logical line: a statement or the header of a block, over as many physical lines as its strings and brackets take.
 *
 * @param start offset of the first physical line
 * @param end offset behind the last one, its line end not included
 * @param indent white space in front of it, in characters
 * @param first its first word; empty if it begins otherwise
 * @param binds names that it defines, imports or assigns
 * @param opensBlock whether the next line has to be deeper
 * @param unfinished whether the text ended inside of a string or a bracket
 */
public record PythonLine(
        int start,
        int end,
        int indent,
        Kind kind,
        String first,
        List<String> binds,
        boolean opensBlock,
        boolean unfinished) {

    public enum Kind {
        BLANK,
        COMMENT,
        /** Python by its grammar, as far as it is looked at, but prose can look like this too. */
        POSSIBLE,
        CERTAIN,
        /** Cannot be Python. */
        PROSE
    }

    public boolean isCode() {
        return kind == Kind.POSSIBLE || kind == Kind.CERTAIN;
    }

    public boolean isProse() {
        return kind == Kind.PROSE;
    }

    public boolean isTopLevel() {
        return indent == 0 && isCode();
    }

    /** Whether it begins a definition, decorators included. */
    public boolean isDefinition() {
        return first.equals("def") || first.equals("class") || first.equals("async") || first.equals("@");
    }

    public boolean isImport() {
        return first.equals("import") || first.equals("from");
    }
}
