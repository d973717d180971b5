package dev.rlvr.grader.suite.python;

import java.util.List;

/**
 * A logical line: everything up to a line end outside of brackets and strings.
 *
 * @param tokens names and punctuation; a string is one {@link #STRING}, numbers and comments are left out
 */
record PythonLine(int indent, List<String> tokens) {

    static final String STRING = "\"";

    PythonLine {
        tokens = List.copyOf(tokens);
    }

    /** The token at an index, or nothing beyond the last. */
    String token(int index) {
        return index < tokens.size() ? tokens.get(index) : "";
    }

    boolean startsWith(String... expected) {
        for (var i = 0; i < expected.length; i++) {
            if (!token(i).equals(expected[i])) {
                return false;
            }
        }
        return true;
    }

    /** The name that a {@code def}, {@code async def} or {@code class} line defines, else the empty string. */
    String defines() {
        if (startsWith("def") || startsWith("class")) {
            return isName(token(1)) ? token(1) : "";
        }
        return startsWith("async", "def") && isName(token(2)) ? token(2) : "";
    }

    boolean isFunction() {
        return !defines().isEmpty() && !startsWith("class");
    }

    boolean isClass() {
        return !defines().isEmpty() && startsWith("class");
    }

    static boolean isName(String token) {
        return !token.isEmpty() && Character.isJavaIdentifierStart(token.charAt(0)) && token.charAt(0) != '$';
    }
}
