using System;

class Flood {
    static void Main() {
        var text = new string('x', 6000);
        while (true) Console.WriteLine(text);
    }
}
