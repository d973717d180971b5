//! The part of `rand` 0.7 that HumanEval-X takes for granted, which Debian does not carry: later versions have another
//! `gen_range`. Good enough to make up test data, and for nothing else.
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};

pub struct ThreadRng(u64);

/// Seeded anew for every call.
pub fn thread_rng() -> ThreadRng {
    ThreadRng(RandomState::new().build_hasher().finish() | 1)
}

impl ThreadRng {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
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
