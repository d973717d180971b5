package dev.rlvr.grader.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The workers of a fleet, one line for each. */
public final class FleetTable {

    /**
     * A worker.
     *
     * @param status as ECS says it
     * @param address empty while there is none
     * @param age since ECS was asked for it
     * @param jobs what it has to do, in words
     * @param usable whether jobs are sent to it
     */
    public record Entry(
            String id, String status, String health, String address, Duration age, String jobs, boolean usable) {}

    private final Ink ink;
    private final TextTable table;

    public FleetTable(Ink ink, int width) {
        this.ink = ink;
        this.table = new TextTable(width);
    }

    public List<String> lines(List<Entry> entries) {
        table.add(ink::strong, "TASK", "STATUS", "HEALTH", "ADDRESS", "AGE", "JOBS");
        for (var entry : entries) {
            UnaryOperator<String> paint = entry.usable() ? UnaryOperator.identity() : ink::faint;
            table.add(
                    paint,
                    entry.id(),
                    entry.status().toLowerCase(Locale.ROOT),
                    entry.health().toLowerCase(Locale.ROOT),
                    entry.address().isEmpty() ? "-" : entry.address(),
                    age(entry.age()),
                    entry.jobs());
        }
        return table.lines();
    }

    private static String age(Duration age) {
        var hours = age.toHours();
        return hours > 48 ? age.toDays() + " d" : hours > 1 ? hours + " h" : Math.max(0, age.toMinutes()) + " min";
    }
}
