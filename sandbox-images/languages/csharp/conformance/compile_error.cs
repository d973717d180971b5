class CompileError {
    static int Main() {
        return "hello";
    }
}
