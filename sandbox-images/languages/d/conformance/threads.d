import core.atomic, core.thread, std.stdio;

shared int count;

void main() {
    Thread[] threads;
    foreach (i; 0 .. 4) threads ~= new Thread({ count.atomicOp!"+="(1); }).start();
    foreach (thread; threads) thread.join();
    writeln(count.atomicLoad);
}
