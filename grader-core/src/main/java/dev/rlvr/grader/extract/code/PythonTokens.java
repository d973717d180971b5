package dev.rlvr.grader.extract.code;

import dev.rlvr.grader.extract.text.Lines;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Splits text that may be Python into tokens, in one pass and without ever failing: what cannot be Python comes out as
 * {@link Kind#BAD}. White space and comments are skipped; a string is one token, over however many lines it goes.
 */
final class PythonTokens {

    enum Kind {
        NAME,
        NUMBER,
        STRING,
        OPERATOR,
        BAD,
        LINE_END,
        END
    }

    private static final Set<String> STRING_PREFIXES =
            Set.of("r", "b", "u", "f", "t", "br", "rb", "fr", "rf", "tr", "rt");

    /** Most tokens are one character long; those need no string of their own. */
    private static final String[] SINGLE =
            IntStream.range(0, 128).mapToObj(Character::toString).toArray(String[]::new);

    /** What can stand in a name, for the characters that nearly all code consists of; the general question is slow. */
    private static final boolean[] ASCII_NAME_PART = new boolean[128];

    static {
        for (var c = 0; c < ASCII_NAME_PART.length; c++) {
            ASCII_NAME_PART[c] = c == '_' || Character.isLetterOrDigit(c);
        }
    }

    private static final int WORDS = 256;

    private final String text;

    /** The words met most recently, by where their hash puts them: code says the same few words over and over. */
    private final @Nullable String[] words = new @Nullable String[WORDS];

    private final boolean[] keywords = new boolean[WORDS];
    private Kind kind = Kind.LINE_END;
    private int start;
    private int end;
    private boolean unterminated;
    private boolean commented;

    PythonTokens(String text) {
        this.text = text;
    }

    Kind next() {
        commented = false;
        skipSpace();
        start = end;
        kind = start < text.length() ? read(text.charAt(start)) : Kind.END;
        return kind;
    }

    private Kind read(char c) {
        if (c == '\n') {
            end++;
            return Kind.LINE_END;
        }
        if (startsName(c)) {
            return nameOrString();
        }
        if (isDigit(c) || (c == '.' && isDigit(at(start + 1)))) {
            return number();
        }
        return c == '"' || c == '\'' ? string(false) : operator(c);
    }

    private static boolean startsName(char c) {
        return c < ASCII_NAME_PART.length
                ? ASCII_NAME_PART[c] && !isDigit(c)
                : Character.isUnicodeIdentifierStart(c) || Character.isSurrogate(c);
    }

    Kind kind() {
        return kind;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    String value() {
        var c = text.charAt(start);
        return end - start == 1 && c < SINGLE.length ? SINGLE[c] : word();
    }

    /** Whether the token is a name that means something to the grammar. */
    boolean isKeyword() {
        if (kind != Kind.NAME || end - start == 1) {
            return false;
        }
        word();
        return keywords[slot()];
    }

    private String word() {
        var slot = slot();
        var known = words[slot];
        if (known != null && known.length() == end - start && text.startsWith(known, start)) {
            return known;
        }
        var word = text.substring(start, end);
        words[slot] = word;
        keywords[slot] = PythonWords.isKeyword(word);
        return word;
    }

    private int slot() {
        var length = end - start;
        var sum = 31 * (31 * text.charAt(start) + text.charAt(end - 1)) + 7 * text.charAt(start + length / 2) + length;
        return sum & (WORDS - 1);
    }

    /** Goes to the line end without a look at what is in between. */
    void skipLine() {
        end = Lines.end(text, end);
    }

    /** Whether the text ended inside of a string that may go over several lines. */
    boolean unterminated() {
        return unterminated;
    }

    /** Whether a comment was skipped in front of the token. */
    boolean commented() {
        return commented;
    }

    private void skipSpace() {
        while (end < text.length()) {
            var c = text.charAt(end);
            if (c == '#') {
                commented = true;
                end = Lines.end(text, end);
            } else if (c == '\\' && at(end + 1) == '\n') {
                end += 2;
            } else if (c == ' ' || c == '\t' || c == '\f') {
                end++;
            } else {
                return;
            }
        }
    }

    private Kind nameOrString() {
        skipNameParts();
        if (end == start) {
            end += Character.charCount(text.codePointAt(end));
            return Kind.BAD;
        }
        var next = at(end);
        if (next != '"' && next != '\'') {
            return Kind.NAME;
        }
        var prefix = end - start <= 2 ? value().toLowerCase(Locale.ROOT) : "";
        if (STRING_PREFIXES.contains(prefix)) {
            return string(prefix.indexOf('f') >= 0 || prefix.indexOf('t') >= 0);
        }
        return PythonWords.isKeyword(value()) ? Kind.NAME : Kind.BAD;
    }

    private void skipNameParts() {
        while (end < text.length()) {
            var c = text.charAt(end);
            if (c < ASCII_NAME_PART.length) {
                if (!ASCII_NAME_PART[c]) {
                    return;
                }
                end++;
                continue;
            }
            var codePoint = text.codePointAt(end);
            if (!Character.isUnicodeIdentifierPart(codePoint) || Character.isIdentifierIgnorable(codePoint)) {
                return;
            }
            end += Character.charCount(codePoint);
        }
    }

    private Kind number() {
        while (isDigit(at(end)) && at(end) != '0') {
            end++;
        }
        if (end == start && at(end) == '0' && "xXoObB".indexOf(at(end + 1)) >= 0) {
            end += 2;
        }
        while (Character.digit(at(end), 16) >= 0 || at(end) == '_' || at(end) == '.') {
            var exponent = at(end) == 'e' || at(end) == 'E';
            end++;
            if (exponent && (at(end) == '-' || at(end) == '+') && isDigit(at(end + 1))) {
                end++;
            }
        }
        if (at(end) == 'j' || at(end) == 'J') {
            end++;
        }
        return Character.isUnicodeIdentifierPart(at(end)) && at(end) != 0 ? Kind.BAD : Kind.NUMBER;
    }

    private Kind string(boolean formatted) {
        var quote = text.charAt(end);
        if (at(end + 1) == quote && at(end + 2) == quote) {
            return longString(quote);
        }
        end++;
        var braces = 0;
        while (end < text.length() && text.charAt(end) != '\n') {
            var c = text.charAt(end++);
            if (c == '\\' && end < text.length()) {
                // It does not escape the braces of a formatted string.
                end += formatted && "{}".indexOf(at(end)) >= 0 ? 0 : 1;
            } else if (formatted && c == '{') {
                braces += at(end) == '{' && braces == 0 ? 0 : 1;
                end += at(end) == '{' && braces == 0 ? 1 : 0;
            } else if (formatted && c == '}') {
                braces = Math.max(0, braces - 1);
            } else if (braces > 0 && (c == '"' || c == '\'')) {
                skipNested(c);
            } else if (c == quote) {
                return Kind.STRING;
            }
        }
        return Kind.BAD;
    }

    /** A string inside of the braces of a formatted one, which since Python 3.12 may use the same quotes. */
    private void skipNested(char quote) {
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != quote) {
            end++;
        }
        end += at(end) == quote ? 1 : 0;
    }

    private Kind longString(char quote) {
        var closing = String.valueOf(quote).repeat(3);
        end += 3;
        while (end < text.length() && !text.startsWith(closing, end)) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        unterminated = end >= text.length();
        end = Math.min(text.length(), end + 3);
        return Kind.STRING;
    }

    private Kind operator(char first) {
        end++;
        if (isBracket(first)) {
            return Kind.OPERATOR;
        }
        if (first == '.' && text.startsWith("..", end)) {
            end += 2;
        } else if ("*/<>".indexOf(first) >= 0 && at(end) == first) {
            end++;
        } else if (first == '-' && at(end) == '>') {
            end++;
            return Kind.OPERATOR;
        }
        if ("=!<>+-*/%&|^@:".indexOf(first) >= 0 && at(end) == '=') {
            end++;
            return Kind.OPERATOR;
        }
        return "()[]{},:.;@=+-*/%&|^~<>".indexOf(first) >= 0 || first == 0 ? Kind.OPERATOR : Kind.BAD;
    }

    /** The most frequent operators, which are never part of a longer one. */
    private static boolean isBracket(char c) {
        return switch (c) {
            case '(', ')', '[', ']', '{', '}', ',' -> true;
            default -> false;
        };
    }

    private char at(int offset) {
        return offset < text.length() ? text.charAt(offset) : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
