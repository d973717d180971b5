public class compile_error {
    public static void main(String[] args) {
        System.out.println("hello")
    }
}
