mod weather {
    pub struct Day {
        pub min: f64,
        pub max: f64,
    }

    impl Day {
        pub fn mean(&self) -> f64 {
            (self.min + self.max) / 2.0
        }
    }

    pub fn is_frost(day: &Day) -> bool {
        day.min < 0.0
    }

    pub fn warmest(days: &[Day]) -> Option<&Day> {
        days.iter().max_by(|a, b| a.mean().total_cmp(&b.mean()))
    }
}

fn main() {
    let days = [
        weather::Day { min: -3.0, max: 4.0 },
        weather::Day { min: 8.0, max: 19.0 },
        weather::Day { min: 11.0, max: 14.0 },
    ];
    assert!(weather::is_frost(&days[0]));
    assert_eq!(weather::warmest(&days).map(|d| d.max), Some(19.0));
    assert!(weather::warmest(&[]).is_none());
}
