public class flood {
    public static void main(String[] args) {
        while (true) System.out.println("flood");
    }
}
