import std.stdio;

void main() {
    foreach (block; stdin.byChunk(1 << 16)) stdout.rawWrite(block);
}
