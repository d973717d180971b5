import core.thread, core.time;

void main() {
    Thread.sleep(60.seconds);
}
