// A06 | sum | RE | a right answer and an exception nobody caught
public class Main {
    public static void main(String[] arguments) {
        System.out.println(6);
        System.out.flush();
        throw new IllegalStateException("after the answer");
    }
}
