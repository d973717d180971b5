package grader;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Linked lists and trees as LeetCode has them, whoever declared their classes: they are known by their fields. */
final class Nodes {

    private static final int MOST = 1000000; // more are taken for a circle

    private Nodes() {}

    static boolean isChain(Class<?> type) {
        return has(type, "val") && has(type, "next");
    }

    static boolean isTree(Class<?> type) {
        return has(type, "val") && has(type, "left") && has(type, "right");
    }

    private static boolean has(Class<?> type, String field) {
        try {
            type.getDeclaredField(field);
            return true;
        } catch (NoSuchFieldException e) {
            return false;
        }
    }

    static Object of(List<?> values, Class<?> type) {
        return isTree(type) ? tree(values, type) : chain(values, type);
    }

    private static Object chain(List<?> values, Class<?> type) {
        Object first = null;
        for (int i = values.size() - 1; i >= 0; i--) {
            Object node = node(values.get(i), type);
            set(node, "next", first);
            first = node;
        }
        return first;
    }

    /** Level by level; a missing child has no children in the list. */
    private static Object tree(List<?> values, Class<?> type) {
        if (values.isEmpty() || values.get(0) == null) {
            return null;
        }
        Object root = node(values.get(0), type);
        Queue<Object> level = new ArrayDeque<>(List.of(root));
        for (int i = 1; i < values.size() && !level.isEmpty(); i++) {
            Object parent = i % 2 == 1 ? level.peek() : level.remove();
            if (values.get(i) != null) {
                Object child = node(values.get(i), type);
                set(parent, i % 2 == 1 ? "left" : "right", child);
                level.add(child);
            }
        }
        return root;
    }

    static List<Object> values(Object node) {
        return isTree(node.getClass()) ? treeValues(node) : chainValues(node);
    }

    private static List<Object> chainValues(Object first) {
        List<Object> values = new ArrayList<>();
        for (Object node = first; node != null; node = get(node, "next")) {
            add(values, get(node, "val"));
        }
        return values;
    }

    private static List<Object> treeValues(Object root) {
        List<Object> values = new ArrayList<>();
        List<Object> level = new ArrayList<>(List.of(root));
        for (int at = 0; at < level.size(); at++) {
            Object node = level.get(at);
            add(values, node == null ? null : get(node, "val"));
            if (node != null) {
                level.add(get(node, "left"));
                level.add(get(node, "right"));
            }
        }
        while (!values.isEmpty() && values.get(values.size() - 1) == null) {
            values.remove(values.size() - 1);
        }
        return values;
    }

    private static void add(List<Object> values, Object value) {
        values.add(value);
        if (values.size() > MOST) {
            throw new Failure("type", "a value that contains itself");
        }
    }

    private static Object node(Object value, Class<?> type) {
        try {
            Field field = field(type, "val");
            Object converted = Values.of(value, field.getGenericType());
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                constructor.setAccessible(true);
                if (constructor.getParameterCount() == 1) {
                    return constructor.newInstance(converted);
                }
                if (constructor.getParameterCount() == 0) {
                    Object node = constructor.newInstance();
                    field.set(node, converted);
                    return node;
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new Failure("type", "a " + type.getSimpleName() + " cannot be made: " + e);
        }
        throw new Failure("type", "a " + type.getSimpleName() + " has no constructor with its value, nor one without");
    }

    private static Object get(Object node, String name) {
        try {
            return field(node.getClass(), name).get(node);
        } catch (ReflectiveOperationException e) {
            throw new Failure("type", node.getClass().getSimpleName() + "." + name + " cannot be read");
        }
    }

    private static void set(Object node, String name, Object value) {
        try {
            field(node.getClass(), name).set(node, value);
        } catch (ReflectiveOperationException e) {
            throw new Failure("type", node.getClass().getSimpleName() + "." + name + " cannot be set");
        }
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
