import std.conv, std.range, std.stdio, std.string;

void main() {
    auto points = readln().chomp.to!dstring;
    writeln(points.length);
    writeln(points.retro);
}
