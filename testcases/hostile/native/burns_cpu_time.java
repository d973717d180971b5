// A40 | sum | TLE | burns CPU time
public class Main {
    static volatile long count;

    public static void main(String[] arguments) {
        while (true) {
            count++;
        }
    }
}
