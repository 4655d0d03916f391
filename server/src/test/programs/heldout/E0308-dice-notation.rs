enum Roll {
    Fixed(i32),
    Dice { count: i32, sides: i32 },
    Sum(Box<Roll>, Box<Roll>),
}

impl Roll {
    /// Lowest and highest possible outcome.
    fn bounds(&self) -> (i32, i32) {
        match self {
            Roll::Fixed(n) => (n, n),
            Roll::Dice { count, sides } => (count, count * sides),
            Roll::Sum(a, b) => {
                let (low_a, high_a) = a.bounds();
                let (low_b, high_b) = b.bounds();
                (low_a + low_b, high_a + high_b)
            }
        }
    }
}

fn parse(text: &str) -> Option<Roll> {
    if let Some((left, right)) = text.split_once('+') {
        return Some(Roll::Sum(Box::new(parse(left)?), Box::new(parse(right)?)));
    }
    match text.split_once('d') {
        Some((count, sides)) => Some(Roll::Dice {
            count: count.parse().ok()?,
            sides: sides.parse().ok()?,
        }),
        None => text.parse().ok().map(Roll::Fixed),
    }
}

fn main() {
    assert_eq!(parse("2d6+3").unwrap().bounds(), (5, 15));
    assert_eq!(parse("1d4+1d8+1").unwrap().bounds(), (3, 13));
    assert!(parse("2x6").is_none());
}
