package dev.rlvr.grader.extract.code;

import dev.rlvr.grader.extract.text.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Python, told apart from prose by its logical lines. */
public final class PythonShape implements CodeShape {

    private static final String PROMPT = ">>>";
    private static final String PROMPT_CONTINUED = "...";

    @Override
    public boolean looksLikeCode(String text) {
        var certain = 0;
        var prose = 0;
        for (var line : PythonLines.of(text)) {
            certain += line.kind() == PythonLine.Kind.CERTAIN ? 1 : 0;
            prose += line.isProse() ? 1 : 0;
        }
        return certain > prose;
    }

    @Override
    public boolean isAllCode(String text) {
        var certain = false;
        for (var line : PythonLines.of(text)) {
            if (line.isProse()) {
                return false;
            }
            certain |= line.kind() == PythonLine.Kind.CERTAIN;
        }
        return certain;
    }

    @Override
    public String clean(String code) {
        if (!code.stripLeading().startsWith(PROMPT)) {
            return code;
        }
        var session = Lines.dedent(code);
        var typedOnly = session.lines().allMatch(line -> line.isBlank() || isTyped(line));
        return typedOnly ? Lines.map(session, PythonShape::typed) : "";
    }

    private static boolean isTyped(String line) {
        return line.startsWith(PROMPT) || line.startsWith(PROMPT_CONTINUED);
    }

    private static String typed(String line) {
        return line.substring(Math.min(
                line.length(), line.startsWith(PROMPT + " ") || line.startsWith(PROMPT_CONTINUED + " ") ? 4 : 3));
    }

    @Override
    public List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var start = -1;
        var end = 0;
        var certain = false;
        for (var line : PythonLines.of(text)) {
            if (line.isProse()) {
                if (certain) {
                    pieces.add(text.substring(start, end));
                }
                start = -1;
                certain = false;
            } else if (line.kind() != PythonLine.Kind.BLANK) {
                start = start < 0 ? line.start() : start;
                end = line.end();
                certain |= line.kind() == PythonLine.Kind.CERTAIN;
            }
        }
        if (certain) {
            pieces.add(text.substring(start, end));
        }
        return pieces;
    }

    @Override
    public Names names(String code, Set<String> asked) {
        return PythonNames.of(code, asked);
    }
}
