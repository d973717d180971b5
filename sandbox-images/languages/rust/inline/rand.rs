//! The part of `rand` 0.7 that HumanEval-X takes for granted, which Debian does not carry: later versions have another
//! `gen_range`. Good enough to make up test data, and for nothing else.
use std::cell::Cell;

thread_local! {
    /// The same in every process: tests that make up their data at random would otherwise decide at random.
    static STATE: Cell<u64> = const { Cell::new(0x9E37_79B9_7F4A_7C15) };
}

/// All of a thread share one state, as in the crate itself.
pub struct ThreadRng(());

pub fn thread_rng() -> ThreadRng {
    ThreadRng(())
}

impl ThreadRng {
    fn next(&mut self) -> u64 {
        let mut state = STATE.with(Cell::get);
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        STATE.with(|cell| cell.set(state));
        state.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }
}

pub trait Sampled: Sized {
    fn between(low: Self, high: Self, random: u64) -> Self;
    fn any(random: u64) -> Self;
}

impl Sampled for bool {
    fn between(low: Self, high: Self, random: u64) -> Self {
        if Self::any(random) { low } else { high }
    }

    fn any(random: u64) -> Self {
        random >> 63 == 1
    }
}

macro_rules! integers {
    ($($name:ty)*) => {$(
        impl Sampled for $name {
            fn between(low: Self, high: Self, random: u64) -> Self {
                assert!(low < high, "an empty range");
                let width = (high as i128 - low as i128) as u128;
                (low as i128 + (random as u128 % width) as i128) as $name
            }

            fn any(random: u64) -> Self {
                random as $name
            }
        }
    )*};
}
integers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize);

macro_rules! floats {
    ($($name:ty)*) => {$(
        impl Sampled for $name {
            fn between(low: Self, high: Self, random: u64) -> Self {
                assert!(low < high, "an empty range");
                low + (high - low) * Self::any(random)
            }

            fn any(random: u64) -> Self {
                (random >> 11) as $name / (1u64 << 53) as $name
            }
        }
    )*};
}
floats!(f32 f64);

pub trait Rng {
    fn gen_range<T: Sampled>(&mut self, low: T, high: T) -> T;
    fn gen_bool(&mut self, probability: f64) -> bool;
    fn gen<T: Sampled>(&mut self) -> T;
}

pub fn random<T: Sampled>() -> T {
    thread_rng().gen()
}

impl Rng for ThreadRng {
    fn gen_range<T: Sampled>(&mut self, low: T, high: T) -> T {
        T::between(low, high, self.next())
    }

    fn gen_bool(&mut self, probability: f64) -> bool {
        f64::any(self.next()) < probability
    }

    fn gen<T: Sampled>(&mut self) -> T {
        T::any(self.next())
    }
}

pub mod prelude {
    pub use super::{thread_rng, Rng, ThreadRng};
}
