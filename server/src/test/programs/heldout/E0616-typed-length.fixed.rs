mod units {
    #[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
    pub struct Meters(f64);

    impl Meters {
        /// Lengths are never negative.
        pub fn new(value: f64) -> Option<Meters> {
            (value >= 0.0).then_some(Meters(value))
        }

        pub fn value(self) -> f64 {
            self.0
        }
    }
}

use units::Meters;

struct Room {
    length: Meters,
    width: Meters,
}

fn area(room: &Room) -> f64 {
    room.length.value() * room.width.value()
}

fn skirting(room: &Room) -> f64 {
    2.0 * (room.length.value() + room.width.value())
}

fn main() {
    let room = Room {
        length: Meters::new(4.0).unwrap(),
        width: Meters::new(2.5).unwrap(),
    };
    assert_eq!(area(&room), 10.0);
    assert_eq!(skirting(&room), 13.0);
    assert!(room.length > room.width);
    assert!(Meters::new(-1.0).is_none());
}
