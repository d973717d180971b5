// std::hint::black_box is younger than the Rust of Debian 12.
fn black_box<T>(value: T) -> T {
    let copy = unsafe { std::ptr::read_volatile(&value) };
    std::mem::forget(value);
    copy
}

/// A frame of a kilobyte: more stack in all than the usual 8 MiB.
fn depth(n: u32) -> u32 {
    black_box([0u8; 1024]);
    if n == 0 { 0 } else { 1 + depth(n - 1) }
}

fn main() {
    println!("{}", depth(10_000));
}
