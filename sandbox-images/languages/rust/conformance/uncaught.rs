fn main() {
    panic!("the reason");
}
