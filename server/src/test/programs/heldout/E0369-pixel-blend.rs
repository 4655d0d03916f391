#[derive(Debug, Clone, Copy, PartialEq)]
struct Rgb(u8, u8, u8);

impl Rgb {
    fn add(self, other: Rgb) -> Rgb {
        Rgb(
            self.0.saturating_add(other.0),
            self.1.saturating_add(other.1),
            self.2.saturating_add(other.2),
        )
    }
}

fn lights(red: bool, green: bool, ambient: Rgb) -> Rgb {
    let mut color = ambient;
    if red {
        color = color + Rgb(200, 0, 0);
    }
    if green {
        color = color + Rgb(0, 200, 0);
    }
    color
}

fn main() {
    let dusk = Rgb(100, 20, 40);
    assert_eq!(lights(false, false, dusk), dusk);
    assert_eq!(lights(true, true, dusk), Rgb(255, 220, 40));
    assert_eq!(dusk + Rgb(1, 1, 1), Rgb(101, 21, 41));
}
