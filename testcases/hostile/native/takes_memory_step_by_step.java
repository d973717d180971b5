// A47 | sum | MLE/RE | takes memory step by step
import java.util.ArrayList;

public class Main {
    public static void main(String[] arguments) {
        var held = new ArrayList<byte[]>();
        while (true) {
            held.add(new byte[1 << 20]);
        }
    }
}
