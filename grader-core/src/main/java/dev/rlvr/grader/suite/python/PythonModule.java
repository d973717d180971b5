package dev.rlvr.grader.suite.python;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What can be said about a piece of Python source by looking at its tokens. */
public final class PythonModule {

    private final List<PythonLine> lines;

    private PythonModule(List<PythonLine> lines) {
        this.lines = lines;
    }

    /** Accepts any text; what is not Python just has few names in it. */
    public static PythonModule of(String source) {
        return new PythonModule(PythonScanner.lines(source));
    }

    /** Functions and classes defined at the outermost level, in order. */
    public Set<String> definitions() {
        var names = new LinkedHashSet<String>();
        topLevel().stream()
                .map(PythonLine::defines)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    /** Whether it is code rather than prose: something is defined or imported, or it opens with a string. */
    public boolean looksLikeCode() {
        return !lines.isEmpty()
                && (lines.getFirst().startsWith(PythonLine.STRING)
                        || topLevel().stream().anyMatch(PythonModule::definesOrImports));
    }

    public boolean definesFunction(String name) {
        return topLevel().stream()
                .anyMatch(line -> line.isFunction() && line.defines().equals(name));
    }

    /** Whether a statement at the outermost level calls {@code name(...)}. */
    public boolean calls(String name) {
        return topLevel().stream()
                .anyMatch(line -> line.defines().isEmpty() && calledNames(line).contains(name));
    }

    public boolean mentions(String name) {
        return lines.stream().anyMatch(line -> line.tokens().contains(name));
    }

    /** Whether anything in it can fail on purpose: an assert, a call of an assertion method, a raise. */
    public boolean asserts() {
        return lines.stream()
                .flatMap(line -> line.tokens().stream())
                .anyMatch(token -> token.startsWith("assert") || token.equals("raise") || token.equals("fail"));
    }

    /** The tests in it, as {@code test_x} and {@code TestX.test_y}; see {@link PythonTests}. */
    public List<String> tests() {
        return new PythonTests(lines, calledAtTopLevel()).names();
    }

    /**
     * The function that an assert is about: the first name called that is neither a builtin nor imported; if there is
     * no such name, the first one called; else the empty string.
     */
    public String calledFunction() {
        var called = new LinkedHashSet<String>();
        lines.forEach(line -> called.addAll(calledNames(line)));
        var imported = importedNames();
        return called.stream()
                .filter(name -> !PythonBuiltins.NAMES.contains(name) && !imported.contains(name))
                .findFirst()
                .orElse(called.stream().findFirst().orElse(""));
    }

    /** What {@code from module import a, b as c} takes from one of these modules: a and b. */
    public Set<String> importedFrom(Set<String> modules) {
        var names = new LinkedHashSet<String>();
        for (var line : lines) {
            if (line.startsWith("from")
                    && modules.contains(line.token(1))
                    && line.token(2).equals("import")) {
                importedNames(line, 3, false, names);
            }
        }
        return names;
    }

    /** The first name of the annotation behind {@code def function(...) ->}, or the empty string. */
    public String returnType(String function) {
        for (var line : lines) {
            var arrow = line.tokens().indexOf("->");
            if (arrow > 0 && line.isFunction() && line.defines().equals(function)) {
                var qualified = line.token(arrow + 2).equals(".");
                return line.token(qualified ? arrow + 3 : arrow + 1);
            }
        }
        return "";
    }

    private List<PythonLine> topLevel() {
        return lines.stream().filter(line -> line.indent() == 0).toList();
    }

    private Set<String> calledAtTopLevel() {
        var names = new LinkedHashSet<String>();
        topLevel().stream().filter(line -> line.defines().isEmpty()).forEach(line -> names.addAll(calledNames(line)));
        return names;
    }

    private static boolean definesOrImports(PythonLine line) {
        return !line.defines().isEmpty()
                || line.startsWith("@")
                || line.startsWith("import")
                || (line.startsWith("from") && line.tokens().contains("import"));
    }

    private static List<String> calledNames(PythonLine line) {
        var names = new ArrayList<String>();
        var tokens = line.tokens();
        for (var i = 0; i + 1 < tokens.size(); i++) {
            var attributeOrDefinition = i > 0 && Set.of(".", "def", "class").contains(tokens.get(i - 1));
            if (tokens.get(i + 1).equals("(")
                    && !attributeOrDefinition
                    && PythonLine.isName(tokens.get(i))
                    && !PythonBuiltins.KEYWORDS.contains(tokens.get(i))) {
                names.add(tokens.get(i));
            }
        }
        return names;
    }

    private Set<String> importedNames() {
        var names = new LinkedHashSet<String>();
        for (var line : lines) {
            var at = line.tokens().indexOf("import");
            if (at == 0 || (at > 0 && line.startsWith("from"))) {
                importedNames(line, at + 1, true, names);
            }
        }
        return names;
    }

    private static void importedNames(PythonLine line, int from, boolean asBound, Set<String> names) {
        for (var i = from; i < line.tokens().size() && !line.token(i).equals(";"); i++) {
            var renamed = line.token(i + 1).equals("as");
            if (PythonLine.isName(line.token(i)) && !line.token(i).equals("as")) {
                names.add(renamed && asBound ? line.token(i + 2) : line.token(i));
                i += renamed ? 2 : 0;
            }
        }
    }
}
