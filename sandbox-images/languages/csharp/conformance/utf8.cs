using System;
using System.Collections.Generic;

class Utf8 {
    static void Main() {
        var line = Console.ReadLine();
        var points = new List<string>();
        for (int i = 0; i < line.Length; i += char.IsSurrogatePair(line, i) ? 2 : 1) {
            points.Add(char.ConvertFromUtf32(char.ConvertToUtf32(line, i)));
        }
        points.Reverse();
        Console.WriteLine(points.Count);
        Console.WriteLine(string.Concat(points));
    }
}
