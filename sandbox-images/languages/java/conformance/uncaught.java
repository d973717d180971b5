public class uncaught {
    public static void main(String[] args) {
        throw new IllegalStateException("the reason");
    }
}
