package dev.rlvr.grader.extract.code;

import dev.rlvr.grader.extract.code.PythonTokens.Kind;
import dev.rlvr.grader.extract.text.Lines;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The logical lines of a text that may be Python, may hold Python, or may be anything else; read in one pass. */
public final class PythonLines implements Iterator<PythonLine> {

    private final String text;
    private final PythonTokens tokens;
    private final StringBuilder brackets = new StringBuilder();
    private boolean ended;
    private int nextStart;

    private PythonLines(String text) {
        this.text = text;
        this.tokens = new PythonTokens(text);
        this.ended = text.isEmpty();
    }

    public static Iterable<PythonLine> of(String text) {
        return () -> new PythonLines(text);
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public PythonLine next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        var start = nextStart;
        var statement = new PythonStatement();
        brackets.setLength(0);
        var commented = false;
        while (true) {
            var kind = tokens.next();
            commented |= tokens.commented();
            if (kind == Kind.END || (kind == Kind.LINE_END && endsHere(statement))) {
                break;
            }
            if (kind != Kind.LINE_END) {
                follow(statement, kind);
            }
            if (statement.isProse()) {
                tokens.skipLine();
            }
        }
        ended = tokens.kind() == Kind.END || tokens.end() >= text.length();
        nextStart = tokens.end();
        var unfinished = tokens.unterminated() || !brackets.isEmpty();
        return statement.line(start, tokens.start(), Lines.indent(text, start), commented, unfinished);
    }

    /** An open bracket joins lines, unless it was prose, or the next line can only begin a statement. */
    private boolean endsHere(PythonStatement statement) {
        if (brackets.isEmpty() || statement.isProse()) {
            return true;
        }
        var next = tokens.end();
        return text.startsWith("def ", next)
                || text.startsWith("class ", next)
                || text.startsWith("import ", next)
                || text.startsWith("```", next);
    }

    private void follow(PythonStatement statement, Kind kind) {
        var c = text.charAt(tokens.start());
        if (kind == Kind.OPERATOR && "([{".indexOf(c) >= 0) {
            statement.add(tokens, brackets.length());
            brackets.append(c);
            return;
        }
        if (kind == Kind.OPERATOR && ")]}".indexOf(c) >= 0) {
            if (!closes(c)) {
                statement.fail();
            }
        }
        statement.add(tokens, brackets.length());
    }

    /** Takes the innermost open bracket away. */
    private boolean closes(char bracket) {
        if (brackets.isEmpty()) {
            return false;
        }
        var innermost = brackets.length() - 1;
        var matches = "([{".indexOf(brackets.charAt(innermost)) == ")]}".indexOf(bracket);
        brackets.setLength(innermost);
        return matches;
    }
}
