import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs the main method of tests, and tells the secret when it has returned. The secret is taken before any other class is loaded. */
public final class GraderEntry {

    private static final int REPORT = 3;

    private GraderEntry() {}

    public static void main(String[] args) throws Exception {
        byte[] secret = System.in.readAllBytes();
        FileOutputStream report = report();
        try {
            testsMain().invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            e.getCause().printStackTrace();
            System.exit(1);
        }
        report.write(secret);
        System.exit(0);
    }

    /** Opening it by name is refused, as it is another user's. */
    private static FileOutputStream report() throws Exception {
        var constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
        constructor.setAccessible(true);
        return new FileOutputStream(constructor.newInstance(REPORT));
    }

    private static Method testsMain() throws Exception {
        for (String name : classes()) {
            Class<?> type = Class.forName(name, false, ClassLoader.getSystemClassLoader());
            for (Method method : type.getDeclaredMethods()) {
                boolean isMain = method.getName().equals("main")
                        && Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0] == String[].class;
                if (isMain) {
                    method.setAccessible(true);
                    return method;
                }
            }
        }
        throw new IllegalStateException("no class of the tests has a main method");
    }

    /** Main first. */
    private static List<String> classes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("."))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .sorted((a, b) -> a.equals("Main") ? -1 : b.equals("Main") ? 1 : a.compareTo(b))
                    .toList();
        }
    }
}
