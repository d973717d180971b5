using System;

class Uncaught {
    static void Main() {
        throw new InvalidOperationException("the reason");
    }
}
