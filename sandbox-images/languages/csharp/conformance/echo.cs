using System;

class Echo {
    static void Main() {
        using (var output = Console.OpenStandardOutput()) Console.OpenStandardInput().CopyTo(output);
    }
}
