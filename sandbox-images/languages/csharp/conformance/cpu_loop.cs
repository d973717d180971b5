class CpuLoop {
    static void Main() {
        for (long n = 0; ; n++) {
        }
    }
}
