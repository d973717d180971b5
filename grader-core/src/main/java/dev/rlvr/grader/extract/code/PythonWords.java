package dev.rlvr.grader.extract.code;

import java.util.Set;

/** The words of Python's grammar. */
final class PythonWords {

    /** Keywords that can stand next to a name. {@code True}, {@code False} and {@code None} cannot: they are values. */
    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");

    private static final Set<String> NEVER_FIRST = Set.of("and", "as", "in", "is", "or");

    private static final Set<String> OPENS_BLOCK =
            Set.of("async", "class", "def", "elif", "else", "except", "finally", "for", "if", "try", "while", "with");

    /** Names that begin a statement only in some places; elsewhere they are ordinary. */
    private static final Set<String> SOFT = Set.of("match", "case", "type");

    private PythonWords() {}

    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word);
    }

    static boolean isNeverFirst(String word) {
        return NEVER_FIRST.contains(word);
    }

    static boolean opensBlock(String word) {
        return OPENS_BLOCK.contains(word);
    }

    static boolean isSoft(String word) {
        return SOFT.contains(word);
    }
}
