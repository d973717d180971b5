class ExitCode {
    static int Main() {
        return 7;
    }
}
