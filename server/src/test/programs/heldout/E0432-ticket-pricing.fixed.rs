mod pricing {
    /// Percent off for a passenger of this age.
    pub fn discount_rate(age: u8) -> u32 {
        match age {
            0..=5 => 100,
            6..=14 => 50,
            65.. => 25,
            _ => 0,
        }
    }

    pub fn base_fare(zones: u32) -> u32 {
        200 + zones * 80
    }
}

use pricing::{base_fare, discount_rate};

fn fare(age: u8, zones: u32) -> u32 {
    let full = base_fare(zones);
    full - full * discount_rate(age) / 100
}

fn rides_free(age: u8) -> bool {
    discount_rate(age) == 100
}

fn main() {
    assert_eq!(fare(30, 2), 360);
    assert_eq!(fare(10, 2), 180);
    assert_eq!(fare(70, 0), 150);
    assert!(rides_free(3) && !rides_free(6));
}
