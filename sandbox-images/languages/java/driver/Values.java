package grader;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Values of Java from JSON, as the type of a parameter asks for, and back. */
final class Values {

    private static final int DEEPEST = 400;

    private Values() {}

    static boolean isNode(Class<?> type) {
        return Nodes.isChain(type) || Nodes.isTree(type);
    }

    static Object of(Object json, Type type) {
        if (type instanceof GenericArrayType) {
            return array(json, ((GenericArrayType) type).getGenericComponentType());
        }
        if (type instanceof ParameterizedType) {
            ParameterizedType generic = (ParameterizedType) type;
            return generic(json, (Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        if (!(type instanceof Class)) {
            return natural(json); // of a type variable
        }
        Class<?> plain = (Class<?>) type;
        if (json == null) {
            return plain.isPrimitive() ? mismatch(null, plain) : null;
        }
        if (plain.isArray()) {
            return array(json, plain.getComponentType());
        }
        if (isNode(plain)) {
            return Nodes.of(list(json, plain), plain);
        }
        return json instanceof BigDecimal ? number((BigDecimal) json, plain) : other(json, plain);
    }

    private static Object other(Object json, Class<?> type) {
        if (json instanceof String && type != String.class && (type == char.class || type == Character.class)) {
            String text = (String) json;
            return text.length() == 1 ? text.charAt(0) : mismatch(json, type);
        }
        if (type == boolean.class && json instanceof Boolean || type == Object.class) {
            return natural(json);
        }
        if (json instanceof List && Collection.class.isAssignableFrom(type)) {
            return generic(json, type, new Type[] {Object.class});
        }
        if (json instanceof Map && Map.class.isAssignableFrom(type)) {
            return generic(json, type, new Type[] {String.class, Object.class});
        }
        return type.isInstance(json) ? json : mismatch(json, type);
    }

    private static Object number(BigDecimal number, Class<?> type) {
        try {
            if (type == int.class || type == Integer.class) return number.intValueExact();
            if (type == long.class || type == Long.class) return number.longValueExact();
            if (type == short.class || type == Short.class) return number.shortValueExact();
            if (type == byte.class || type == Byte.class) return number.byteValueExact();
            if (type == BigInteger.class) return number.toBigIntegerExact();
        } catch (ArithmeticException e) {
            throw new Failure("type", "the parameter's type " + type.getSimpleName() + " cannot hold " + number);
        }
        if (type == double.class || type == Double.class) return number.doubleValue();
        if (type == float.class || type == Float.class) return number.floatValue();
        if (type == BigDecimal.class) return number;
        return type.isAssignableFrom(Integer.class) ? natural(number) : mismatch(number, type);
    }

    /** Where no type is asked for. */
    private static Object natural(Object json) {
        if (json instanceof BigDecimal) {
            BigDecimal number = (BigDecimal) json;
            if (number.scale() > 0 || number.precision() - number.scale() > 18) return number.doubleValue();
            long value = number.longValue();
            return value == (int) value ? (Object) (int) value : (Object) value;
        }
        if (json instanceof List) return generic(json, List.class, new Type[] {Object.class});
        if (json instanceof Map) return generic(json, Map.class, new Type[] {String.class, Object.class});
        return json;
    }

    private static Object generic(Object json, Class<?> type, Type[] arguments) {
        if (type == Optional.class) {
            return Optional.ofNullable(of(json, arguments[0]));
        }
        if (json == null) {
            return null;
        }
        if (Map.class.isAssignableFrom(type)) {
            Map<Object, Object> map = SortedMap.class.isAssignableFrom(type)
                    ? new TreeMap<>()
                    : type == HashMap.class ? new HashMap<>() : new LinkedHashMap<>();
            if (!(json instanceof Map)) return mismatch(json, type);
            ((Map<?, ?>) json).forEach((name, item) -> map.put(key((String) name, arguments[0]), of(item, arguments[1])));
            return type.isInstance(map) ? map : mismatch(json, type);
        }
        Collection<Object> items = collection(type);
        for (Object item : list(json, type)) {
            items.add(of(item, arguments[0]));
        }
        return type.isInstance(items) ? items : mismatch(json, type);
    }

    private static Collection<Object> collection(Class<?> type) {
        if (SortedSet.class.isAssignableFrom(type)) return new TreeSet<>();
        if (Set.class.isAssignableFrom(type)) return new LinkedHashSet<>();
        if (type == PriorityQueue.class) return new PriorityQueue<>();
        if (type == ArrayDeque.class) return new ArrayDeque<>();
        return Queue.class.isAssignableFrom(type) ? new LinkedList<>() : new ArrayList<>();
    }

    private static Object key(String name, Type type) {
        return type == String.class || type == Object.class ? name : of(new BigDecimal(name), type);
    }

    private static Object array(Object json, Type component) {
        if (json == null) {
            return null;
        }
        List<?> items = list(json, Object[].class);
        Object array = Array.newInstance(raw(component), items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, of(items.get(i), component));
        }
        return array;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType) return (Class<?>) ((ParameterizedType) type).getRawType();
        if (type instanceof GenericArrayType) {
            return Array.newInstance(raw(((GenericArrayType) type).getGenericComponentType()), 0).getClass();
        }
        return type instanceof Class ? (Class<?>) type : Object.class;
    }

    private static List<?> list(Object json, Class<?> type) {
        return json instanceof List ? (List<?>) json : (List<?>) mismatch(json, type);
    }

    private static Object mismatch(Object json, Class<?> type) {
        throw new Failure("type", "an argument is not of the type " + type.getSimpleName() + ": " + json);
    }

    static String json(Object value) {
        StringBuilder out = new StringBuilder();
        put(out, value, 0);
        return out.toString();
    }

    private static void put(StringBuilder out, Object value, int depth) {
        if (depth > DEEPEST) {
            throw new Failure("type", "a value nested more than " + DEEPEST + " deep");
        }
        if (value == null || value instanceof Boolean || value instanceof BigInteger) {
            out.append(value);
        } else if (value instanceof Number) {
            out.append(finite((Number) value));
        } else if (value instanceof String || value instanceof Character || value instanceof StringBuilder) {
            out.append(Json.quoted(value.toString()));
        } else if (value instanceof Optional) {
            put(out, ((Optional<?>) value).orElse(null), depth);
        } else if (value instanceof Map) {
            char before = '{';
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                out.append(before).append(Json.quoted(String.valueOf(entry.getKey()))).append(':');
                put(out, entry.getValue(), depth + 1);
                before = ',';
            }
            out.append(before == '{' ? "{}" : "}");
        } else if (value instanceof Iterable) {
            items(out, (Iterable<?>) value, depth);
        } else if (value.getClass().isArray()) {
            List<Object> items = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                items.add(Array.get(value, i));
            }
            items(out, items, depth);
        } else if (isNode(value.getClass())) {
            items(out, Nodes.values(value), depth);
        } else {
            throw new Failure("type", "a value of type " + value.getClass().getName());
        }
    }

    private static void items(StringBuilder out, Iterable<?> items, int depth) {
        char before = '[';
        for (Object item : items) {
            out.append(before);
            put(out, item, depth + 1);
            before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
    }

    private static String finite(Number number) {
        if (!Double.isFinite(number.doubleValue()) && !(number instanceof BigDecimal)) {
            throw new Failure("type", "the number " + number);
        }
        return number.toString();
    }
}
