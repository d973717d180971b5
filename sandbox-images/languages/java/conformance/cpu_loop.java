public class cpu_loop {
    static volatile long n;

    public static void main(String[] args) {
        while (true) n++;
    }
}
