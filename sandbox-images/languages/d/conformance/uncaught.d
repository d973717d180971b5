void main() {
    throw new Exception("the reason");
}
