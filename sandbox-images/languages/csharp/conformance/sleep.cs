using System.Threading;

class Sleep {
    static void Main() {
        Thread.Sleep(60000);
    }
}
