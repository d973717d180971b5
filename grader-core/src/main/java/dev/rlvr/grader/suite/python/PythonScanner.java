package dev.rlvr.grader.suite.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts Python source into {@link PythonLine logical lines}, in one pass and without ever failing.
 *
 * <p>Strings of every kind are skipped whole, so that a {@code def} or {@code assert} inside of one is not seen. In raw
 * strings, too, a backslash keeps a quote from ending the string, so prefixes need no care. A string with single quotes
 * that its line does not close ends there, as an apostrophe in prose does.
 */
final class PythonScanner {

    private static final Set<String> STRING_PREFIXES =
            Set.of("r", "u", "b", "f", "t", "br", "rb", "fr", "rf", "tr", "rt");
    private static final int TAB = 8;
    private static final String[] PUNCTUATION = new String[128];

    static {
        for (var i = 0; i < PUNCTUATION.length; i++) {
            PUNCTUATION[i] = String.valueOf((char) i);
        }
    }

    private final String source;
    private final List<PythonLine> lines = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private int position;
    private int indent;
    private int depth;

    private PythonScanner(String source) {
        this.source = source;
    }

    static List<PythonLine> lines(String source) {
        var scanner = new PythonScanner(source);
        scanner.measureIndent();
        while (scanner.position < source.length()) {
            scanner.step();
        }
        scanner.endLine();
        return scanner.lines;
    }

    private void step() {
        var c = source.charAt(position);
        if (c == '\n' || c == '\r') {
            position++;
            if (depth == 0) {
                endLine();
                measureIndent();
            }
        } else if (c == '#') {
            skipToLineEnd();
        } else if (c == '\\' && position + 1 < source.length()) {
            position += source.startsWith("\r\n", position + 1) ? 3 : 2;
        } else if (c == '"' || c == '\'') {
            skipString(c);
            add(PythonLine.STRING);
        } else if (Character.isJavaIdentifierStart(c) && c != '$') {
            name();
        } else if (Character.isDigit(c)) {
            skipNumber();
        } else {
            punctuation(c);
        }
    }

    private void endLine() {
        if (!tokens.isEmpty()) {
            lines.add(new PythonLine(indent, tokens));
            tokens.clear();
        }
    }

    private void measureIndent() {
        indent = 0;
        for (; position < source.length(); position++) {
            var c = source.charAt(position);
            if (c == '\t') {
                indent = (indent / TAB + 1) * TAB;
            } else if (c == ' ') {
                indent++;
            } else if (c != '\f' && c != '\uFEFF') {
                return;
            }
        }
    }

    private void skipToLineEnd() {
        while (position < source.length() && source.charAt(position) != '\n') {
            position++;
        }
    }

    private void skipString(char quote) {
        var triple = source.startsWith(PUNCTUATION[quote].repeat(3), position);
        position += triple ? 3 : 1;
        while (position < source.length()) {
            var c = source.charAt(position);
            if (c == '\\') {
                position += 2;
            } else if (c == quote && (!triple || source.startsWith(PUNCTUATION[quote].repeat(3), position))) {
                position += triple ? 3 : 1;
                return;
            } else if (c == '\n' && !triple) {
                return;
            } else {
                position++;
            }
        }
        position = source.length();
    }

    private void name() {
        var start = position;
        while (position < source.length() && isNamePart(source.charAt(position))) {
            position++;
        }
        var name = source.substring(start, position);
        var quoteFollows = position < source.length() && "\"'".indexOf(source.charAt(position)) >= 0;
        if (!(quoteFollows && name.length() <= 2 && STRING_PREFIXES.contains(name.toLowerCase(Locale.ROOT)))) {
            add(name);
        }
    }

    private static boolean isNamePart(char c) {
        return Character.isJavaIdentifierPart(c) && c != '$' && !Character.isIdentifierIgnorable(c);
    }

    private void skipNumber() {
        while (position < source.length() && (isNamePart(source.charAt(position)) || source.charAt(position) == '.')) {
            position++;
        }
    }

    private void punctuation(char c) {
        position++;
        if ("([{".indexOf(c) >= 0) {
            depth++;
        } else if (")]}".indexOf(c) >= 0) {
            depth = Math.max(0, depth - 1);
        }
        if (c == '-' && position < source.length() && source.charAt(position) == '>') {
            position++;
            add("->");
        } else if (!Character.isWhitespace(c)) {
            add(c < PUNCTUATION.length ? PUNCTUATION[c] : String.valueOf(c));
        }
    }

    private void add(String token) {
        tokens.add(token);
    }
}
