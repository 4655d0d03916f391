#[derive(Debug)]
struct Rider {
    name: &'static str,
    kg: u32,
}

struct Elevator {
    max_kg: u32,
    riders: Vec<Rider>,
}

impl Elevator {
    fn share(&self) -> u32 {
        self.max_kg / self.riders.len().max(1) as u32
    }

    /// Everybody above the fair share has to take the stairs.
    fn lighten(&mut self) -> usize {
        let before = self.riders.len();
        self.riders.retain(|r| r.kg <= self.share());
        before - self.riders.len()
    }
}

fn main() {
    let mut lift = Elevator {
        max_kg: 210,
        riders: vec![
            Rider { name: "Al", kg: 69 },
            Rider { name: "Big Bo", kg: 120 },
            Rider { name: "Cleo", kg: 71 },
        ],
    };
    assert_eq!(lift.share(), 70);
    assert_eq!(lift.lighten(), 2);
    assert_eq!(lift.riders[0].name, "Al");
    assert_eq!(lift.share(), 210);
}
