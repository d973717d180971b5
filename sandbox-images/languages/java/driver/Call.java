package grader;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Calls a method of the candidate with what the request says, and writes one line about its value to its own standard
 * output, which is the report: what the candidate prints goes to standard error. Started as {@code grader.Call CLASS}, the
 * class that the candidate's file is named after.
 */
public final class Call {

    private static final int LONGEST_MESSAGE = 2000;

    private Call() {}

    public static void main(String[] args) throws IOException {
        PrintStream report = System.out;
        System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        String line;
        try {
            line = answer(args[0]);
        } catch (Failure failure) {
            line = error(failure.kind, failure.getMessage());
        }
        tell(report, line + "\n");
        Runtime.getRuntime().halt(line.startsWith("{\"ok\"") ? 0 : 1);
    }

    private static void tell(OutputStream report, String line) throws IOException {
        report.write(line.getBytes(StandardCharsets.UTF_8));
        report.flush();
    }

    private static String error(String kind, String message) {
        String text = String.valueOf(message);
        return "{\"error\":\"" + kind + "\",\"message\":"
                + Json.quoted(text.substring(0, Math.min(text.length(), LONGEST_MESSAGE))) + "}";
    }

    @SuppressWarnings("unchecked")
    private static String answer(String mainClass) throws IOException {
        Map<String, Object> request = (Map<String, Object>) Json.parse(
                new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        List<Object> given = (List<Object>) request.get("args");
        Method method = find(mainClass, (String) request.get("entry"), given.size());
        Object[] arguments = new Object[given.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = Values.of(given.get(i), method.getGenericParameterTypes()[i]);
        }
        Object value = call(method, arguments);
        boolean nodes = Values.isNode(method.getReturnType());
        String line = "{\"ok\":" + (value == null && nodes ? "[]" : Values.json(value));
        boolean container = !given.isEmpty() && (given.get(0) instanceof List || given.get(0) instanceof Map);
        if (value == null && container) {
            line += ",\"mutated\":" + (arguments[0] == null ? "[]" : Values.json(arguments[0]));
        }
        return line + "}";
    }

    private static Object call(Method method, Object[] arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(Modifier.isStatic(method.getModifiers()) ? null : instance(method), arguments);
        } catch (InvocationTargetException e) {
            throw thrown(e.getCause());
        } catch (ReflectiveOperationException | ExceptionInInitializerError e) {
            throw thrown(e.getCause() == null ? e : e.getCause());
        }
    }

    private static Object instance(Method method) throws ReflectiveOperationException {
        var constructor = method.getDeclaringClass().getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static Failure thrown(Throwable cause) {
        cause.printStackTrace();
        return new Failure("exception", cause.toString());
    }

    /** Of Solution; else of the class that the file is named after; else of the only one that has it. */
    private static Method find(String mainClass, String entry, int arguments) throws IOException {
        List<Method> found = new ArrayList<>();
        for (String name : classes()) {
            List<Method> here = methods(name, entry);
            if (!here.isEmpty() && (name.equals("Solution") || name.equals(mainClass))) {
                return fitting(here, entry, arguments);
            }
            found.addAll(here);
        }
        if (found.stream().map(Method::getDeclaringClass).distinct().count() != 1) {
            throw new Failure("missing", "the candidate has no method " + entry);
        }
        return fitting(found, entry, arguments);
    }

    private static Method fitting(List<Method> methods, String entry, int arguments) {
        List<Method> fitting =
                methods.stream().filter(method -> method.getParameterCount() == arguments).toList();
        if (fitting.isEmpty()) {
            throw new Failure("exception", "the method " + entry + " does not take " + arguments + " arguments");
        }
        return fitting.stream()
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .findFirst()
                .orElse(fitting.get(0));
    }

    private static List<Method> methods(String type, String entry) {
        try {
            return Stream.of(Class.forName(type, false, ClassLoader.getSystemClassLoader()).getDeclaredMethods())
                    .filter(method -> method.getName().equals(entry) && !method.isBridge() && !method.isSynthetic())
                    .toList();
        } catch (ClassNotFoundException | LinkageError e) {
            return List.of();
        }
    }

    /** Solution first. */
    private static List<String> classes() throws IOException {
        Path here = Path.of(".");
        try (Stream<Path> files = Files.walk(here)) {
            return files.map(file -> here.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .sorted((a, b) -> a.equals("Solution") ? -1 : b.equals("Solution") ? 1 : a.compareTo(b))
                    .toList();
        }
    }
}
