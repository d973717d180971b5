public class exit_code {
    public static void main(String[] args) {
        System.exit(7);
    }
}
