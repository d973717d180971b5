package dev.rlvr.grader.extract.code;

import dev.rlvr.grader.extract.code.PythonTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Collects the tokens of one logical line and says whether they can be a statement. What gives prose away: two words in a
 * row of which neither is a keyword, characters that Python does not have, and statements that lack what their first word
 * calls for. All of it can be told without parsing.
 */
final class PythonStatement {

    private final List<String> binds = new ArrayList<>();
    private boolean prose;
    private int count;
    private String first = "";
    private boolean firstKeyword;
    private String second = "";
    private Kind lastKind = Kind.LINE_END;
    private String last = "";
    private boolean lastKeyword;
    private int lastEnd;
    private boolean chain = true;
    private boolean called;
    private boolean assigned;
    private boolean colon;
    private boolean lambda;
    private boolean in;
    private boolean imported;

    /** @param depth of brackets around the token; the token itself, if it is one, not counted */
    void add(PythonTokens token, int depth) {
        var value = token.kind() == Kind.STRING ? "" : token.value();
        var keyword = token.isKeyword();
        prose |= token.kind() == Kind.BAD || cannotFollow(token.kind(), value, keyword);
        if (depth == 0) {
            structure(token, value, keyword);
        }
        bind(value, token.kind(), keyword, depth);
        if (count == 0) {
            first = value;
            firstKeyword = keyword;
        } else if (count == 1) {
            second = value;
        }
        count++;
        lastKind = token.kind();
        last = value;
        lastKeyword = keyword;
        lastEnd = token.end();
    }

    void fail() {
        prose = true;
    }

    boolean isProse() {
        return prose;
    }

    PythonLine line(int start, int end, int indent, boolean commented, boolean unfinished) {
        return new PythonLine(
                start,
                end,
                indent,
                kind(indent, commented, unfinished),
                first,
                List.copyOf(binds),
                opensBlock(),
                unfinished);
    }

    private boolean cannotFollow(Kind kind, String value, boolean keyword) {
        var word = kind == Kind.NAME && !keyword;
        var afterWord = lastKind == Kind.NAME && !lastKeyword;
        if (count == 1 && lastKind == Kind.NAME && PythonWords.isSoft(first)) {
            return false;
        }
        var afterValue = afterWord || lastKind == Kind.NUMBER || (lastKind == Kind.OPERATOR && isClosing(last));
        return switch (kind) {
            case OPERATOR -> value.equals("/") && last.equals("[");
            case NAME -> word && (afterValue || lastKind == Kind.STRING);
            case NUMBER -> afterValue || lastKind == Kind.STRING;
            case STRING -> afterValue;
            default -> false;
        };
    }

    private static boolean isClosing(String operator) {
        return operator.equals(")") || operator.equals("]") || operator.equals("}");
    }

    private void structure(PythonTokens token, String value, boolean keyword) {
        if (token.kind() == Kind.NAME && !keyword) {
            return;
        }
        switch (value) {
            case "(" -> called |= chain && lastKind == Kind.NAME && lastEnd == token.start() && !lastKeyword;
            case "=" -> assigned |= count > 0;
            case ":" -> colon |= !lambda;
            case "lambda" -> lambda = true;
            case "in" -> in = true;
            case "import" -> imported = true;
            default -> assigned |= value.length() > 1 && value.endsWith("=") && isAugmented(value);
        }
        chain &= token.kind() == Kind.NAME || value.equals(".");
    }

    private static boolean isAugmented(String operator) {
        return !"== != <= >= :=".contains(operator);
    }

    private void bind(String value, Kind kind, boolean keyword, int depth) {
        if (kind == Kind.OPERATOR && count != 1) {
            return;
        }
        var declares = last.equals("def") || last.equals("class");
        if (kind == Kind.NAME && declares && count <= 2) {
            binds.add(value);
        } else if (value.equals("=") && count == 1 && lastKind == Kind.NAME) {
            binds.add(first);
        } else if (value.equals(":") && count == 1 && lastKind == Kind.NAME && depth == 0) {
            binds.add(first);
        } else if (kind == Kind.NAME && imported && !keyword) {
            bindImport(value);
        }
    }

    private void bindImport(String name) {
        if (last.equals("as") && !binds.isEmpty()) {
            binds.removeLast();
        }
        if (!last.equals(".")) {
            binds.add(name);
        }
    }

    private PythonLine.Kind kind(int indent, boolean commented, boolean unfinished) {
        if (count == 0) {
            return commented ? PythonLine.Kind.COMMENT : PythonLine.Kind.BLANK;
        }
        if (prose || !isStatement(indent, unfinished)) {
            return PythonLine.Kind.PROSE;
        }
        var telling = firstKeyword || first.equals("@") || assigned || called;
        return telling ? PythonLine.Kind.CERTAIN : PythonLine.Kind.POSSIBLE;
    }

    private boolean isStatement(int indent, boolean unfinished) {
        if (isMarker()) {
            return false;
        }
        if (firstKeyword && PythonWords.opensBlock(first)) {
            return isHeader(unfinished);
        }
        return switch (first) {
            case "from" -> imported;
            case "import" -> count > 1;
            case "pass", "break", "continue" -> count == 1 || second.equals(";");
            case "@" -> count > 1;
            case "*" -> assigned;
            case "-", "+", "~", "**", ">", ">>", "<", "/", "%", "|", ",", ".", "=", ":", ";", "^", "&", "->" -> false;
            default -> !(firstKeyword && PythonWords.isNeverFirst(first)) && endsLikeStatement(indent);
        };
    }

    /** {@code [DONE]} and the like, from the templates of some benchmarks. */
    private boolean isMarker() {
        return count == 3 && first.equals("[") && last.equals("]") && second.equals(second.toUpperCase(Locale.ROOT));
    }

    private boolean isHeader(boolean unfinished) {
        var declared = !first.equals("def") || !binds.isEmpty();
        var complete = colon || unfinished;
        return switch (first) {
            case "def", "class" -> declared && complete && count > 2;
            case "for" -> complete && (in || unfinished);
            case "else", "try", "finally" -> second.equals(":");
            case "async" -> List.of("def", "for", "with").contains(second) && complete;
            default -> complete;
        };
    }

    private boolean endsLikeStatement(int indent) {
        var oneWord = count == 1 && lastKind == Kind.NAME && !firstKeyword;
        var danglingColon = last.equals(":") && !PythonWords.isSoft(first);
        var heading = colon && !assigned && second.equals(":") && isCapitalised(first);
        return !danglingColon && !last.equals(".") && !(indent == 0 && (oneWord || heading));
    }

    /** Like Note, not like LIMIT or limit. */
    private static boolean isCapitalised(String word) {
        return word.length() > 1 && Character.isUpperCase(word.charAt(0)) && Character.isLowerCase(word.charAt(1));
    }

    private boolean opensBlock() {
        return last.equals(":") && (PythonWords.opensBlock(first) || PythonWords.isSoft(first));
    }
}
