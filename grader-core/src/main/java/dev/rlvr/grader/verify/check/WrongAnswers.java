package dev.rlvr.grader.verify.check;

import dev.rlvr.grader.model.CheckerSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers that no checker should take for the expected one. */
final class WrongAnswers {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    enum Kind {
        EMPTY("an empty output"),
        JUNK("words that have nothing to do with the answer"),
        TRUNCATED("the answer without its second half"),
        PERMUTED("the words of the answer in reverse order"),
        NUMBER_OFF("a number that is off by a tenth");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    record Wrong(Kind kind, String text) {}

    private WrongAnswers() {}

    static List<Wrong> to(String expected, CheckerSpec checker) {
        if (expected.isBlank()) {
            return List.of(); // reported as such; everything else follows from it
        }
        var wrong = new ArrayList<Wrong>();
        var value = checker instanceof CheckerSpec.JsonValue;
        wrong.add(new Wrong(Kind.EMPTY, ""));
        wrong.add(new Wrong(Kind.JUNK, value ? "\"quidquid agis\"" : "quidquid agis\nprudenter agas\n"));
        var words = Arrays.asList(expected.strip().split("\\s+"));
        if (!value && words.size() > 1) {
            wrong.add(new Wrong(Kind.TRUNCATED, String.join(" ", words.subList(0, words.size() / 2))));
            if (!words.reversed().equals(words) && !(checker instanceof CheckerSpec.UnorderedLines)) {
                wrong.add(new Wrong(Kind.PERMUTED, String.join(" ", words.reversed())));
            }
        }
        numberOff(expected).ifPresent(text -> wrong.add(new Wrong(Kind.NUMBER_OFF, text)));
        return wrong;
    }

    /** With its first number that is not near 0 made a tenth larger. */
    private static Optional<String> numberOff(String expected) {
        var match = NUMBER.matcher(expected);
        while (match.find()) {
            var number = Double.parseDouble(match.group());
            var alone = match.group().length() < 16 && !insideWord(expected, match.start(), match.end());
            if (alone && Math.abs(number) >= 1) {
                var off = Double.toString(number * 1.1);
                return Optional.of(expected.substring(0, match.start()) + off + expected.substring(match.end()));
            }
        }
        return Optional.empty();
    }

    private static boolean insideWord(String text, int start, int end) {
        return (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1)))
                || (end < text.length() && Character.isLetterOrDigit(text.charAt(end)));
    }
}
