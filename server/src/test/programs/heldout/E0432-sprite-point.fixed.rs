mod geometry {
    #[derive(Debug, Clone, Copy, PartialEq)]
    pub struct Point {
        pub x: i32,
        pub y: i32,
    }

    impl Point {
        pub fn shifted(self, dx: i32, dy: i32) -> Point {
            Point { x: self.x + dx, y: self.y + dy }
        }
    }
}

mod scene {
    pub mod sprite {
        use crate::geometry::Point;

        pub struct Sprite {
            pub at: Point,
            pub speed: i32,
        }

        impl Sprite {
            pub fn spawn(x: i32, speed: i32) -> Self {
                Sprite { at: Point { x, y: 0 }, speed }
            }

            pub fn fall(&mut self, ticks: i32) -> Point {
                self.at = self.at.shifted(0, self.speed * ticks);
                self.at
            }
        }
    }
}

fn main() {
    let mut coin = scene::sprite::Sprite::spawn(4, 3);
    assert_eq!(coin.fall(2), geometry::Point { x: 4, y: 6 });
    assert_eq!(coin.fall(1).y, 9);
}
