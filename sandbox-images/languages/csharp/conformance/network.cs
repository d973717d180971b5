using System;
using System.Net.Sockets;

class Network {
    static void Main() {
        try {
            new TcpClient().Connect("127.0.0.1", 80);
            Console.WriteLine("connected");
        } catch (Exception) {
            Console.WriteLine("refused");
        }
    }
}
