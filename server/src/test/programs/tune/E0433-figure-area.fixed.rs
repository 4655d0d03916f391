use std::f64::consts::PI;

/// Renamed from `Shape`: the drawing crate has a type of that name already.
#[derive(Clone, Debug)]
enum Figure {
    Circle { radius: f64 },
    Rect { width: f64, height: f64 },
    Group(Vec<Figure>),
}

impl Figure {
    fn area(&self) -> f64 {
        match self {
            Figure::Circle { radius } => PI * radius * radius,
            Figure::Rect { width, height } => width * height,
            Figure::Group(parts) => parts.iter().map(|p| p.area()).sum(),
        }
    }
}

fn main() {
    let tile = Figure::Rect { width: 2.0, height: 1.5 };
    let group = Figure::Group(vec![tile.clone(), tile.clone()]);
    assert_eq!(group.area(), 6.0);
    let coin = Figure::Circle { radius: 1.0 };
    assert!((coin.area() - 3.14159).abs() < 1e-4);
}
