package dev.rlvr.grader.report;

import dev.rlvr.grader.model.ByteSize;
import java.time.Duration;
import java.util.Locale;

/** Numbers and foreign text, made fit to print. */
final class Words {

    private Words() {}

    static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    static String count(long n, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", n, noun, n == 1 ? "" : "s");
    }

    static String time(Duration time) {
        var micros = time.toNanos() / 1e3;
        if (micros < 1e4) {
            return String.format(Locale.ROOT, "%.1f ms", micros / 1e3);
        }
        if (micros < 1e6) {
            return String.format(Locale.ROOT, "%.0f ms", micros / 1e3);
        }
        if (micros < 6e7) {
            return String.format(Locale.ROOT, "%.2f s", micros / 1e6);
        }
        return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }

    static String mebibytes(ByteSize size) {
        return String.format(Locale.ROOT, "%.1f MiB", size.bytes() / (double) (1 << 20));
    }

    /** Without line ends and other control characters: what a candidate printed must not steer the terminal. */
    static String oneLine(String text, int longest) {
        var cut = text.length() > 4 * longest ? text.substring(0, 4 * longest) : text;
        var line = harmless(cut).strip().replaceAll("\\s+", " ");
        return line.length() > longest ? line.substring(0, longest - 3) + "..." : line;
    }

    /** With its lines, but no other control characters. */
    static String harmless(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            var steers = Character.isISOControl(c) && c != '\n' && c != '\t';
            var turns = Character.getType(c) == Character.FORMAT;
            clean.appendCodePoint(steers || turns ? '?' : c);
        });
        return clean.toString();
    }
}
