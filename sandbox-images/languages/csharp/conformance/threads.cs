using System;
using System.Threading;

class Threads {
    static int count;

    static void Main() {
        var threads = new Thread[4];
        for (int i = 0; i < threads.Length; i++) {
            threads[i] = new Thread(() => Interlocked.Increment(ref count));
            threads[i].Start();
        }
        foreach (var thread in threads) thread.Join();
        Console.WriteLine(count);
    }
}
