public class flood {
    public static void main(String[] args) {
        String text = "flood ".repeat(1000);
        while (true) System.out.println(text);
    }
}
