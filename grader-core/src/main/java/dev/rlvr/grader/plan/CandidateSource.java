package dev.rlvr.grader.plan;

import dev.rlvr.grader.extract.Extraction;
import dev.rlvr.grader.model.Mode;
import dev.rlvr.grader.model.Suite;
import java.util.regex.Pattern;

/**
 * Puts the candidate's file together: what the dataset takes for granted, what the prompt gave, and the code found.
 *
 * <p>A solution that stands on its own still gets the imports and helpers that the prompt shows before the function in
 * question: the model was told that they are there.
 */
final class CandidateSource {

    /** The names may stand in parentheses, with comments, or run on behind a backslash. */
    private static final Pattern FUTURE = Pattern.compile(
            "(?m)^from[ \\t]+__future__[ \\t]+import[ \\t]*(\\((?:[^()#]|#[^\\n]*)*+\\)|(?:[\\w, \\t]|\\\\\\r?\\n)++)[ \\t]*(?:;[ \\t]*)?");

    private CandidateSource() {}

    /** For languages that nothing is known about. */
    static String assembleAny(Suite suite, String setup, Extraction.Found found) {
        var code = found.submission().source();
        var front = joined(setup, found.continuation() ? suite.prompt() : "");
        return front.isBlank() ? code : front + "\n" + code;
    }

    static String assemble(Suite suite, String setup, Extraction.Found found) {
        var code = found.submission().source();
        var before = found.continuation() ? suite.prompt() : preamble(suite);
        var front = joined(setup, before);
        if (front.isBlank()) {
            return code;
        }
        return withFutureFirst(found.continuation() ? front + code : front + "\n" + code);
    }

    private static String joined(String setup, String prompt) {
        return setup.isBlank() ? prompt : setup.stripTrailing() + "\n\n" + prompt;
    }

    /** The prompt up to the line that begins the definition it asks for. */
    private static String preamble(Suite suite) {
        var name = entryPoint(suite);
        if (name.isEmpty() || suite.prompt().isBlank()) {
            return "";
        }
        var definition = Pattern.compile("(?m)^(?:async +)?(?:def|class) +" + Pattern.quote(name) + "\\b");
        var match = definition.matcher(suite.prompt());
        return match.find() ? suite.prompt().substring(0, match.start()) : "";
    }

    private static String entryPoint(Suite suite) {
        return switch (suite.mode()) {
            case Mode.Stdio _ -> "";
            case Mode.Function(var name) -> name;
            case Mode.Assert(var _, var name) -> name;
            case Mode.Inline(var name) -> name;
        };
    }

    /** Python wants these before anything else. */
    private static String withFutureFirst(String source) {
        var matcher = FUTURE.matcher(source);
        var imports = new StringBuilder();
        while (matcher.find()) {
            imports.append("from __future__ import ").append(matcher.group(1)).append('\n');
        }
        return imports.isEmpty() ? source : imports + matcher.reset().replaceAll("");
    }
}
