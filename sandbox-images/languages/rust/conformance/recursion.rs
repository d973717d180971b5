use std::hint::black_box;

/// A frame of a kilobyte: more stack in all than the usual 8 MiB.
fn depth(n: u32) -> u32 {
    black_box([0u8; 1024]);
    if n == 0 { 0 } else { 1 + depth(n - 1) }
}

fn main() {
    println!("{}", depth(10_000));
}
