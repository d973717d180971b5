package dev.rlvr.grader.extract;

import dev.rlvr.grader.model.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One completion and what it should yield. A file of them holds, for each: {@code ==== name}, a line that says what the
 * suite asks for, the rule, the completion, {@code ----}, and the source (nothing, if nothing is to be found).
 */
record ExtractionCase(String name, Suite suite, String rule, String completion, String source) {

    private static final String PROMPT = "def f(x):\n    \"\"\"Doc.\n\n    >>> f(1)\n    2\n    \"\"\"\n";

    static List<ExtractionCase> read(String resource) {
        try (var in = Objects.requireNonNull(ExtractionCase.class.getResourceAsStream(resource), resource)) {
            var cases = new ArrayList<ExtractionCase>();
            for (var part : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^==== ", -1)) {
                if (!part.isBlank()) {
                    cases.add(parse(part));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExtractionCase parse(String part) {
        var head = part.split("\n", 4);
        var body = head[3].split("(?m)^----\n", 2);
        return new ExtractionCase(head[0], suite(head[1]), head[2], body[0], body.length < 2 ? "" : body[1]);
    }

    private static Suite suite(String words) {
        var word = words.split(" ", -1);
        return switch (word[0]) {
            case "program" -> Suites.stdio();
            case "function" -> Suites.function(word[1]);
            case "names" -> Suites.asserting(Arrays.copyOfRange(word, 1, word.length));
            case "continue" -> Suites.continuing(PROMPT, "f");
            case "continue-open-line" -> Suites.continuing(PROMPT + "    ", "f");
            case "continue-no-newline" -> Suites.continuing(PROMPT.stripTrailing(), "f");
            case "continue-method" ->
                Suites.continuing("class Solution:\n    def f(self, x: int) -> int:\n        ", "f");
            default -> throw new IllegalArgumentException(words);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
