trait Shape {
    fn area(&self) -> f64;
    // new: the fence calculator needs the outline
    fn perimeter(&self) -> f64;
}

struct Square {
    side: f64,
}

struct Rect {
    width: f64,
    height: f64,
}

impl Shape for Square {
    fn area(&self) -> f64 {
        self.side * self.side
    }

    fn perimeter(&self) -> f64 {
        4.0 * self.side
    }
}

impl Shape for Rect {
    fn area(&self) -> f64 {
        self.width * self.height
    }
}

fn fence(plots: &[Box<dyn Shape>]) -> f64 {
    plots.iter().map(|p| p.perimeter()).sum()
}

fn main() {
    let plots: Vec<Box<dyn Shape>> = vec![
        Box::new(Square { side: 2.0 }),
        Box::new(Rect { width: 3.0, height: 0.5 }),
    ];
    assert_eq!(fence(&plots), 15.0);
    assert_eq!(plots.iter().map(|p| p.area()).sum::<f64>(), 5.5);
}
