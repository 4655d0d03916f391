#[derive(Debug, PartialEq, Clone, Copy)]
struct Fraction {
    num: u64,
    den: u64,
}

fn gcd(a: u64, b: u64) -> u64 {
    while b != 0 {
        let rest = a % b;
        a = b;
        b = rest;
    }
    a
}

impl Fraction {
    fn new(num: u64, den: u64) -> Fraction {
        let g = gcd(num, den);
        Fraction { num: num / g, den: den / g }
    }

    fn plus(self, other: Fraction) -> Fraction {
        Fraction::new(self.num * other.den + other.num * self.den, self.den * other.den)
    }
}

fn main() {
    let third = Fraction::new(2, 6);
    assert_eq!(third, Fraction { num: 1, den: 3 });
    assert_eq!(third.plus(Fraction::new(1, 6)), Fraction { num: 1, den: 2 });
}
