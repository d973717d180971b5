package dev.rlvr.grader.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Columns that line up. The last column takes what is left of the line, and is cut there. */
final class TextTable {

    private static final String GAP = "  ";
    private static final int LEAST_LAST_COLUMN = 20;
    private static final int WIDEST_COLUMN = 48;

    private final List<Row> rows = new ArrayList<>();
    private final int width;

    TextTable(int width) {
        this.width = width;
    }

    /** @param paint applied to the finished line, so that colours do not count as characters */
    void add(UnaryOperator<String> paint, String... cells) {
        rows.add(new Cells(paint, List.of(cells)));
    }

    /** A line of its own, which the columns do not notice. */
    void addText(String text) {
        rows.add(new Text(text));
    }

    List<String> lines() {
        var widths = IntStream.range(0, columns()).map(this::widthOf).toArray();
        return rows.stream()
                .map(row -> switch (row) {
                    case Text(var text) -> text;
                    case Cells(var paint, var cells) -> paint.apply(join(cells, widths));
                })
                .toList();
    }

    private int columns() {
        return cells().mapToInt(List::size).max().orElse(0);
    }

    private int widthOf(int column) {
        return cells().filter(cells -> column < cells.size())
                .mapToInt(cells -> fitted(cells.get(column)).length())
                .max()
                .orElse(0);
    }

    private Stream<List<String>> cells() {
        return rows.stream().filter(Cells.class::isInstance).map(row -> ((Cells) row).cells);
    }

    private String join(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (var i = 0; i < cells.size() - 1; i++) {
            var cell = fitted(cells.get(i));
            line.append(cell).repeat(' ', widths[i] - cell.length()).append(GAP);
        }
        var left = Math.max(LEAST_LAST_COLUMN, width - line.length());
        return line.append(Words.oneLine(cells.getLast(), left)).toString().stripTrailing();
    }

    private static String fitted(String cell) {
        var indent = cell.length() - cell.stripLeading().length();
        return " ".repeat(indent) + Words.oneLine(cell, WIDEST_COLUMN);
    }

    private sealed interface Row {}

    private record Text(String text) implements Row {}

    private record Cells(UnaryOperator<String> paint, List<String> cells) implements Row {}
}
