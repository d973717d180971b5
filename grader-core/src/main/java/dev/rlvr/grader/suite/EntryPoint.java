package dev.rlvr.grader.suite;

import java.util.List;
import java.util.regex.Pattern;

/** The name under which a row's tests call the candidate: {@code f}, or {@code Solution().f}. */
record EntryPoint(String expression) {

    static final List<String> FIELDS = List.of("entry_point", "fn_name", "func_name", "function_name");

    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_]{0,199}";
    private static final Pattern EXPRESSION = Pattern.compile(NAME + "(\\(\\))?(\\." + NAME + "){0,4}");

    static final EntryPoint NONE = new EntryPoint("");

    static EntryPoint of(Row row, Problems problems) {
        return row.find(FIELDS).map(field -> of(field, problems)).orElse(NONE);
    }

    static EntryPoint of(Row.Field field, Problems problems) {
        var text = field.node().isString() ? field.node().stringValue().strip() : "";
        if (EXPRESSION.matcher(text).matches()) {
            return new EntryPoint(text);
        }
        problems.add(field.path(), "is not the name of a function; write a name such as add, or Solution().add");
        return NONE;
    }

    boolean missing() {
        return expression.isEmpty();
    }

    /** Whether it is a plain name rather than a way to get at a method. */
    boolean plain() {
        return outermost().equals(expression);
    }

    /** What the candidate must define: {@code Solution} of {@code Solution().f}. */
    String outermost() {
        return expression.split("[.(]", 2)[0];
    }

    /** What is called in the end: {@code f} of {@code Solution().f}. */
    String last() {
        return expression.substring(expression.lastIndexOf('.') + 1);
    }
}
