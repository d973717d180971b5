package grader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.*;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Uses what small programs use, so that its classes are in the archives; see prepare.sh. */
public class Warm {
    record Pair<A, B>(A first, B second) {}

    enum Colour { RED, GREEN }

    sealed interface Shape permits Circle, Square {}

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    static class Node<T extends Comparable<T>> {
        final T value;
        Node<T> left, right;

        Node(T value) {
            this.value = value;
        }

        void add(T other) {
            if (other.compareTo(value) < 0) {
                if (left == null) left = new Node<>(other);
                else left.add(other);
            } else if (right == null) right = new Node<>(other);
            else right.add(other);
        }
    }

    static double area(Shape shape) {
        if (shape instanceof Circle circle) return Math.PI * circle.radius() * circle.radius();
        return shape instanceof Square square ? square.side() * square.side() : 0;
    }

    static void input() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in));
        StringTokenizer tokens = new StringTokenizer(reader.readLine());
        int n = Integer.parseInt(tokens.nextToken());
        long[] numbers = new long[n];
        while (tokens.hasMoreTokens()) numbers[0] += Long.parseLong(tokens.nextToken());
        Scanner scanner = new Scanner(reader);
        while (scanner.hasNext()) System.out.println(scanner.next().split("[ ,]+").length);
        System.out.println(Arrays.toString(numbers) + new Scanner("7 8.5").nextInt());
    }

    static void collections() {
        Map<String, List<Integer>> groups = new HashMap<>();
        for (int i = 0; i < 50; i++) groups.computeIfAbsent("key" + i % 3, key -> new ArrayList<>()).add(i);
        new TreeMap<>(groups).forEach((key, list) -> System.out.println(key + "=" + list.size()));
        Deque<Integer> deque = new ArrayDeque<>(List.of(3, 1, 2));
        PriorityQueue<int[]> queue = new PriorityQueue<>((a, b) -> Integer.compare(a[0], b[0]));
        queue.add(new int[] {deque.pop(), 1});
        Queue<Integer> linked = new LinkedList<>(deque);
        Set<Integer> set = new LinkedHashSet<>(linked);
        set.addAll(new TreeSet<>(new HashSet<>(List.of(5, 6))));
        List<Integer> sorted = new ArrayList<>(set);
        Collections.sort(sorted, Comparator.reverseOrder());
        Integer[] boxed = {3, 1, 2};
        Arrays.sort(boxed, Collections.reverseOrder());
        int[] numbers = {3, 1, 2};
        Arrays.sort(numbers);
        BitSet bits = new BitSet();
        bits.set(numbers[0]);
        Iterator<Integer> iterator = sorted.iterator();
        System.out.println(iterator.next() + " " + Arrays.asList(boxed) + bits + new EnumMap<>(Map.of(Colour.RED, Colour.GREEN)));
    }

    static void streams() {
        System.out.println(IntStream.rangeClosed(1, 5).mapToObj(Integer::toString).collect(Collectors.joining(",")));
        System.out.println(Stream.of("b", "a").sorted().map(String::toUpperCase).toList());
        System.out.println(Stream.of(1, 2, 3).collect(Collectors.groupingBy(n -> n % 2, Collectors.counting())));
        System.out.println(Arrays.stream(new int[] {1, 2}).sum() + IntStream.of(2, 1).boxed().filter(n -> n > 1).count());
        Function<Integer, Integer> twice = n -> 2 * n;
        System.out.println(Optional.of(4).map(twice).orElse(0));
    }

    static void texts() {
        StringBuilder text = new StringBuilder("text").append(1).append('c').append(2.5).reverse();
        System.out.printf("%d %.3f %s %5s|%-5s%n", 1, 2.5, text, "r", "l");
        System.out.println(String.format("%05d", 42) + "a,b".split(",").length + "x".repeat(3) + " t ".trim().chars().sum());
        System.out.println(BigInteger.TWO.pow(100).mod(BigInteger.valueOf(97)) + " " + new BigDecimal("1.5").add(BigDecimal.ONE));
        System.out.println("""
                block %s""".formatted("text") + String.join("-", List.of("a", "b")) + "abc".replaceAll("[b]", "x") + new Random(1).nextInt(9));
    }

    public static void main(String[] args) throws Exception {
        input();
        collections();
        streams();
        texts();
        Node<Integer> root = new Node<>(2);
        root.add(1);
        System.out.println(area(new Circle(1)) + area(new Square(2)) + " " + new Pair<>("a", root.left.value));
        Thread thread = new Thread(() -> System.out.println(Thread.currentThread().getName()));
        thread.start();
        thread.join();
        PrintWriter writer = new PrintWriter(System.out);
        writer.println("end");
        writer.flush();
        try {
            throw new IllegalStateException("expected");
        } catch (IllegalStateException e) {
            System.err.println(e);
        }
    }
}
