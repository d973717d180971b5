package dev.rlvr.grader.report;

import dev.rlvr.grader.model.ByteSize;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The images of ours, one line for each. */
public final class ImageTable {

    private final Ink ink;
    private final TextTable table;

    public ImageTable(Ink ink, int width) {
        this.ink = ink;
        this.table = new TextTable(width);
        table.add(ink::strong, "NAME", "TAG", "SIZE", "BUILT", "STATE");
    }

    /** What is to be known about an image. */
    public enum State {
        FRESH,
        /** There is none that is fresh. */
        STALE,
        /** Nothing uses it any more: there is a fresh one, or its language is gone. */
        OLD,
        MISSING
    }

    /** @param what empty when the image is missing */
    public void add(String name, Optional<Built> what, State state) {
        UnaryOperator<String> paint = switch (state) {
            case FRESH -> ink::good;
            case STALE -> ink::bad;
            case OLD, MISSING -> ink::faint;
        };
        table.add(
                paint,
                name,
                what.map(Built::tag).orElse(""),
                what.map(built -> megabytes(built.size())).orElse(""),
                what.map(built -> age(built.ago())).orElse(""),
                state.name().toLowerCase(Locale.ROOT) + advice(name, what, state));
    }

    private static String advice(String name, Optional<Built> what, State state) {
        return switch (state) {
            case FRESH -> "";
            case STALE, MISSING -> ": run `grader images build " + name + "`";
            case OLD ->
                what.map(built -> ": free it with `docker image rm rlvr-grader/" + name + ":" + built.tag() + "`")
                        .orElse("");
        };
    }

    /** An image that is there. */
    public record Built(String tag, ByteSize size, Duration ago) {}

    public List<String> lines() {
        return table.lines();
    }

    /** As Docker counts them. */
    private static String megabytes(ByteSize size) {
        return String.format(Locale.ROOT, "%.0f MB", size.bytes() / 1e6);
    }

    private static String age(Duration ago) {
        if (ago.toDays() > 1) {
            return ago.toDays() + " days ago";
        }
        if (ago.toHours() > 1) {
            return ago.toHours() + " hours ago";
        }
        return Math.max(0, ago.toMinutes()) + " min ago";
    }
}
