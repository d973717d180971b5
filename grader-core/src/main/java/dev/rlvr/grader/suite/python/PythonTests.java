package dev.rlvr.grader.suite.python;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the tests of a module as unittest and pytest would: functions {@code test*}, and methods {@code test*} of classes
 * that are called {@code Test*} or derive from a {@code ...TestCase}, inherited methods included as far as the base
 * classes stand in the same module.
 *
 * <p>A function that the module itself calls is not a test of its own: it already runs with the module.
 */
final class PythonTests {

    /** More than any class has; a bound for recursion. */
    private static final int MAX_ANCESTORS = 100;

    /** A class of the module: the names in its brackets, and its methods. */
    private record TestClass(Set<String> bases, List<String> methods) {}

    private final List<PythonLine> lines;
    private final Map<String, TestClass> classes = new LinkedHashMap<>();
    private final Set<String> names = new LinkedHashSet<>();

    PythonTests(List<PythonLine> lines, Set<String> calledByTheModule) {
        this.lines = lines;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.indent() == 0 && line.isClass()) {
                classes.put(line.defines(), new TestClass(bases(line), methods(i)));
            }
        }
        for (var line : lines) {
            if (line.indent() > 0 || line.defines().isEmpty()) {
                continue;
            }
            if (line.isClass()) {
                addMethods(line.defines());
            } else if (line.defines().startsWith("test") && !calledByTheModule.contains(line.defines())) {
                names.add(line.defines());
            }
        }
    }

    List<String> names() {
        return List.copyOf(names);
    }

    private void addMethods(String name) {
        var methods = new LinkedHashSet<String>();
        collectMethods(name, methods, new HashSet<>());
        var unittest = derivesFromTestCase(name, new HashSet<>());
        if (unittest || (name.startsWith("Test") && !methods.contains("__init__"))) {
            methods.stream()
                    .filter(method -> method.startsWith("test"))
                    .forEach(method -> names.add(name + "." + method));
        }
    }

    private void collectMethods(String name, Set<String> methods, Set<String> seen) {
        var known = classes.get(name);
        if (known != null && seen.size() < MAX_ANCESTORS && seen.add(name)) {
            methods.addAll(known.methods());
            known.bases().forEach(base -> collectMethods(base, methods, seen));
        }
    }

    private boolean derivesFromTestCase(String name, Set<String> seen) {
        var known = classes.get(name);
        return known != null
                && seen.size() < MAX_ANCESTORS
                && seen.add(name)
                && known.bases().stream()
                        .anyMatch(base -> base.endsWith("TestCase") || derivesFromTestCase(base, seen));
    }

    private static Set<String> bases(PythonLine line) {
        var bases = new LinkedHashSet<String>();
        line.tokens().stream().skip(2).filter(PythonLine::isName).forEach(bases::add);
        return bases;
    }

    /** The functions directly inside of the class that starts at an index. */
    private List<String> methods(int start) {
        var methods = new ArrayList<String>();
        var body = start + 1 < lines.size() ? lines.get(start + 1).indent() : 0;
        for (var i = start + 1; i < lines.size() && lines.get(i).indent() > 0; i++) {
            if (lines.get(i).indent() == body && lines.get(i).isFunction()) {
                methods.add(lines.get(i).defines());
            }
        }
        return methods;
    }
}
