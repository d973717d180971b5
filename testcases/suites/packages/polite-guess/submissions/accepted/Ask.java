import java.util.Scanner;

public class Ask {
    public static void main(String[] args) {
        System.out.println("please");
        System.out.println(new Scanner(System.in).next());
    }
}
