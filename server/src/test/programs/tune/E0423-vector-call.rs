#[derive(Debug, Clone, Copy, PartialEq)]
struct Vec2 {
    x: i32,
    y: i32,
}

impl Vec2 {
    fn new(x: i32, y: i32) -> Vec2 {
        Vec2 { x, y }
    }

    fn turned_left(self) -> Vec2 {
        Vec2::new(-self.y, self.x)
    }
}

fn walk(moves: &str) -> Vec2 {
    let mut at = Vec2(0, 0);
    let mut facing = Vec2(1, 0);
    for c in moves.chars() {
        match c {
            'L' => facing = facing.turned_left(),
            _ => {
                at.x += facing.x;
                at.y += facing.y;
            }
        }
    }
    at
}

fn main() {
    assert_eq!(walk("FFLF"), Vec2::new(2, 1));
    assert_eq!(walk("LLF"), Vec2::new(-1, 0));
}
