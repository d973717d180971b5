package dev.rlvr.grader.extract.code;

import dev.rlvr.grader.extract.code.PythonTokens.Kind;
import java.util.HashSet;
import java.util.Set;

/**
 * The names in a piece of Python. Collects only names that somebody asks for, or that can be shared: a hostile megabyte
 * holds more different names than are worth a set entry each.
 *
 * @param defined at the top level, or as a method of a class {@code Solution}
 * @param offered definitions, imports and constants at the top level
 */
record PythonNames(String code, Set<String> defined, Set<String> offered) implements CodeShape.Names {

    private static final Set<String> READERS = Set.of("input", "stdin", "open", "fileinput");
    private static final Set<String> WRITERS = Set.of("print", "stdout", "write");

    static PythonNames of(String code, Set<String> asked) {
        var defined = new HashSet<String>();
        var offered = new HashSet<String>();
        var inSolution = false;
        for (var line : PythonLines.of(code)) {
            if (line.isTopLevel()) {
                inSolution = line.first().equals("class") && line.binds().contains("Solution");
            }
            for (var name : line.binds()) {
                if (asked.contains(name) && (line.isTopLevel() || (inSolution && line.isDefinition()))) {
                    defined.add(name);
                }
                if (line.isTopLevel() && (line.isDefinition() || line.isImport() || isConstant(name))) {
                    offered.add(name);
                }
            }
        }
        return new PythonNames(code, defined, offered);
    }

    @Override
    public boolean reads() {
        return uses(READERS);
    }

    @Override
    public boolean writes() {
        return uses(WRITERS);
    }

    private static boolean isConstant(String name) {
        return name.chars().noneMatch(Character::isLowerCase);
    }

    private boolean uses(Set<String> words) {
        var tokens = new PythonTokens(code);
        for (var kind = tokens.next(); kind != Kind.END; kind = tokens.next()) {
            if (kind == Kind.NAME && words.contains(tokens.value())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Set<String> lacking(Set<String> names) {
        var lacking = new HashSet<String>();
        var tokens = new PythonTokens(code);
        var behindDot = false;
        for (var kind = tokens.next(); kind != Kind.END; kind = tokens.next()) {
            if (kind == Kind.NAME && !behindDot && names.contains(tokens.value())) {
                lacking.add(tokens.value());
            }
            behindDot = kind == Kind.OPERATOR && code.charAt(tokens.start()) == '.';
        }
        for (var line : PythonLines.of(code)) {
            line.binds().forEach(lacking::remove);
        }
        return lacking;
    }
}
