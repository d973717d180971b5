fn main() {
    loop {
        println!("{}", "flood ".repeat(1000));
    }
}
