// std::hint::black_box is younger than the Rust of Debian 12.
fn black_box<T>(value: T) -> T {
    let copy = unsafe { std::ptr::read_volatile(&value) };
    std::mem::forget(value);
    copy
}

fn main() {
    let mut blocks: Vec<Vec<u8>> = Vec::new();
    loop {
        let mut block = Vec::new();
        if block.try_reserve_exact(1 << 20).is_ok() {
            block.resize(1 << 20, 1);
            blocks.push(black_box(block));
        }
    }
}
