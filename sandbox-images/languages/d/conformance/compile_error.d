void main() {
    int n = "hello";
}
