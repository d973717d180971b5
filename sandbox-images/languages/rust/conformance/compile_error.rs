fn main() {
    let n: i32 = "hello";
}
