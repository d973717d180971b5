using System;

class Flood {
    static void Main() {
        while (true) Console.WriteLine("flood");
    }
}
