#[derive(Clone, Copy)]
struct Point {
    x: f64,
    y: f64,
}

impl Point {
    fn new(x: f64, y: f64) -> Self {
        Point { x, y }
    }

    fn distance(self, other: Point) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

fn path_length(coords: &[(f64, f64)]) -> f64 {
    let points: Vec<Point> = coords.iter().map(|c| Point::new(c.0, c.1)).collect();
    points.windows(2).map(|w| w[0].distance(w[1])).sum()
}

fn main() {
    let path = [(0.0, 0.0), (3.0, 4.0), (3.0, 10.0)];
    assert_eq!(path_length(&path), 11.0);
    assert_eq!(path_length(&path[..1]), 0.0);
    assert_eq!(Point::new(1.0, 1.0).distance(Point::new(1.0, 2.5)), 1.5);
}
