package dev.rlvr.grader.language;

import dev.rlvr.grader.model.ByteSize;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers with units. */
final class Quantities {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}) ?(ms|s|MiB|GiB|KiB)");

    private Quantities() {}

    static Optional<Duration> duration(String text) {
        var match = FORM.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Optional.of(Duration.ofMillis(number));
            case "s" -> Optional.of(Duration.ofSeconds(number));
            default -> Optional.empty();
        };
    }

    static Optional<ByteSize> size(String text) {
        var match = FORM.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "KiB" -> Optional.of(ByteSize.kibibytes(number));
            case "MiB" -> Optional.of(ByteSize.mebibytes(number));
            case "GiB" -> Optional.of(ByteSize.gibibytes(number));
            default -> Optional.empty();
        };
    }
}
