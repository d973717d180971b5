package dev.rlvr.grader.verify.strengthen;

import java.util.regex.Pattern;

/** Test code with one more assertion. */
final class TestModule {

    private static final Pattern CHECK = Pattern.compile("(?m)^def check\\((\\w+)[^\\n]*:[ \\t]*(?:#[^\\n]*)?$");
    private static final Pattern OUTERMOST = Pattern.compile("(?m)^[^\\s#]");
    private static final Pattern INDENT = Pattern.compile("(?m)^([ \\t]+)\\S");
    /** A function, perhaps one of a new object, but none that an answer is compared with. */
    private static final Pattern CALLED =
            Pattern.compile("\\b(?:\\w+\\(\\)\\.\\w+|(?!(?:abs|is_same_list|is_same_tree)\\()\\w+)\\(");

    private TestModule() {}

    /** At the end of {@code check(candidate)}, which calls what it is given; without such a function at the end. */
    static String with(String module, String assertion) {
        var head = CHECK.matcher(module);
        if (!head.find()) {
            return module.stripTrailing() + "\n" + assertion + "\n";
        }
        var next = OUTERMOST.matcher(module);
        var end = next.find(head.end()) ? next.start() : module.length();
        var body = module.substring(head.end(), end);
        var indent = INDENT.matcher(body);
        var space = indent.find() ? indent.group(1) : "    ";
        var line = space + calling(head.group(1), assertion);
        return module.substring(0, head.end()) + body.stripTrailing() + "\n" + line + "\n"
                + (end == module.length() ? "" : "\n\n" + module.substring(end));
    }

    private static String calling(String parameter, String assertion) {
        var call = CALLED.matcher(assertion);
        return call.find() ? assertion.substring(0, call.start()) + parameter + arguments(assertion) : assertion;
    }

    /** An assertion from the arguments of what is tested. */
    static String arguments(String assertion) {
        var call = CALLED.matcher(assertion);
        return call.find() ? assertion.substring(call.end() - 1) : assertion;
    }
}
