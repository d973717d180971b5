use std::hint::black_box;

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
