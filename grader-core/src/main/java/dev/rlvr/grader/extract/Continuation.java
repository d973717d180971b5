package dev.rlvr.grader.extract;

import dev.rlvr.grader.extract.code.PythonLine;
import dev.rlvr.grader.extract.code.PythonLines;
import dev.rlvr.grader.extract.code.PythonPrompt;
import dev.rlvr.grader.extract.code.PythonPrompt.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rest of a function whose beginning is the prompt, as human-eval asks for it. White space at its start means
 * something, and is what gets lost on the way: a first line that was stripped, or a body that lost its indentation as a
 * whole, is put back where the prompt expects it.
 *
 * <p>A continuation ends at the first line at the left margin that cannot be Python. Functions that follow the body stay,
 * as it may call them; one that the model did not finish goes, since it would take the body down with it.
 */
final class Continuation {

    private final String text;
    private final PythonPrompt prompt;
    private final List<PythonLine> lines = new ArrayList<>();
    private int end;

    private Continuation(String text, PythonPrompt prompt) {
        this.text = text;
        this.prompt = prompt;
        readLines();
    }

    /** The continuation in a text that begins with one, if its first line is indented. */
    static Optional<String> indented(String text, Target target) {
        var all = new Continuation(text, target.prompt());
        return all.startsIndented(target.required()) ? Optional.of(all.shifted()) : Optional.empty();
    }

    /** The continuation in a text whose first line may have lost its indentation, or left it to the prompt. */
    static Optional<String> damaged(String text, Target target) {
        var isIndented = text.isEmpty() || Character.isWhitespace(text.charAt(0));
        var all = new Continuation(isIndented ? text : target.prompt().tail() + text, target.prompt());
        return all.startsIndented(target.required()) ? Optional.of(all.shifted()) : all.repaired();
    }

    /** Up to where it can be Python. */
    private void readLines() {
        var lastTopLevel = -1;
        for (var line : PythonLines.of(text)) {
            if (line.indent() == 0 && line.isProse()) {
                break;
            }
            if (line.kind() == PythonLine.Kind.BLANK) {
                continue;
            }
            if (line.isTopLevel() && !lines.isEmpty() && !isDecorated()) {
                lastTopLevel = lines.size();
            }
            lines.add(line);
        }
        if (lastTopLevel > 0 && (lines.getLast().unfinished() || lines.getLast().opensBlock())) {
            lines.subList(lastTopLevel, lines.size()).clear();
        }
        end = lines.isEmpty() ? 0 : lines.getLast().end();
    }

    private boolean isDecorated() {
        return lines.getLast().first().equals("@") && lines.getLast().indent() == 0;
    }

    private boolean startsIndented(Set<String> required) {
        if (lines.isEmpty() || lines.getFirst().indent() == 0) {
            return false;
        }
        var first = lines.getFirst();
        var wholeIsIndented = lines.stream().allMatch(line -> line.indent() >= first.indent());
        var standsAlone = first.isImport()
                || first.first().equals("@")
                || first.binds().stream().anyMatch(name -> first.isDefinition() && required.contains(name));
        return !first.isProse()
                && !(wholeIsIndented && standsAlone && lines.stream().anyMatch(line -> defines(line, required)));
    }

    private static boolean defines(PythonLine line, Set<String> required) {
        return line.isDefinition() && line.binds().stream().anyMatch(required::contains);
    }

    /** As it is, unless all of the body is too deep or not deep enough. */
    private String shifted() {
        var by = prompt.indent() == 0 ? 0 : prompt.indent() - lines.getFirst().indent();
        var unevenFirst = lines.size() > 1
                && lines.get(1).indent() == prompt.indent()
                && !lines.getFirst().opensBlock();
        return indent(by, unevenFirst ? 1 : bodyLength());
    }

    /** Lines before the first at the left margin. */
    private int bodyLength() {
        var length = 0;
        while (length < lines.size() && lines.get(length).indent() > 0) {
            length++;
        }
        return length;
    }

    private Optional<String> repaired() {
        if (lines.isEmpty() || lines.getFirst().isProse()) {
            return Optional.empty();
        }
        if (prompt.ending() == Ending.MIDDLE) {
            return Optional.of(text.substring(0, end) + "\n");
        }
        if (firstWasStripped()) {
            return Optional.of(indent(prompt.indent(), 1));
        }
        var returns = lines.stream()
                .filter(line -> line.indent() == 0)
                .anyMatch(line -> line.first().equals("return") || line.first().equals("yield"));
        return returns ? Optional.of(indent(prompt.indent(), lines.size())) : Optional.empty();
    }

    /** The next line is deeper, for no reason that the first one gives. */
    private boolean firstWasStripped() {
        var first = lines.getFirst();
        if (lines.size() == 1 || lines.get(1).indent() == 0) {
            return false;
        }
        return !first.opensBlock() || lines.get(1).indent() > prompt.indent();
    }

    /** Moves the first lines; continuation lines inside of strings and brackets stay where they are. */
    private String indent(int by, int count) {
        var moved = new StringBuilder();
        var copied = 0;
        for (var line : by == 0 ? List.<PythonLine>of() : lines.subList(0, count)) {
            var keep = by > 0 ? line.start() : Math.min(line.start() - by, line.start() + line.indent());
            moved.append(text, copied, line.start()).append(" ".repeat(Math.max(0, by)));
            copied = keep;
        }
        return joint(moved.append(text, copied, end).append('\n').toString());
    }

    /** Fits it to the end of the prompt. */
    private String joint(String code) {
        if (prompt.ending() == Ending.STATEMENT && !code.startsWith("\n")) {
            return "\n" + code;
        }
        return code.startsWith(prompt.tail()) ? code.substring(prompt.tail().length()) : code;
    }
}
