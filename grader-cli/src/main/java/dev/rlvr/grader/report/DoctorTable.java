package dev.rlvr.grader.report;

import dev.rlvr.grader.doctor.Finding;
import dev.rlvr.grader.doctor.Finding.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the doctor found: a line for each finding, and below it how to repair it. */
public final class DoctorTable {

    private static final String INDENT = " ".repeat(26);

    private final Ink ink;

    public DoctorTable(Ink ink) {
        this.ink = ink;
    }

    public List<String> lines(Finding finding) {
        var lines = new ArrayList<String>();
        var line = String.format(
                Locale.ROOT,
                "%-7s  %-15s  %s",
                finding.health(),
                finding.subject(),
                Words.harmless(finding.what()).strip().replaceAll("\\s+", " "));
        lines.add(painted(finding.health(), line));
        if (!finding.repair().isEmpty()) {
            lines.add(INDENT + "repair: " + finding.repair());
        }
        return lines;
    }

    private String painted(Health health, String line) {
        return switch (health) {
            case PASS -> line;
            case CAUTION -> ink.strong(line);
            case FAIL -> ink.bad(line);
        };
    }
}
