const G: f64 = 6.674e-11;

#[derive(Debug, Clone)]
struct Body {
    name: String,
    mass: f64,
    radius: f64,
}

impl Body {
    // The density is no longer passed in; it follows from mass and radius.
    fn new(name: &str, mass: f64, radius: f64) -> Body {
        Body { name: name.to_string(), mass, radius }
    }

    fn density(&self) -> f64 {
        self.mass / (4.0 / 3.0 * std::f64::consts::PI * self.radius.powi(3))
    }

    fn gravity(&self) -> f64 {
        G * self.mass / (self.radius * self.radius)
    }
}

fn bodies() -> Vec<Body> {
    vec![
        Body::new("Earth", 5.972e24, 6.371e6),
        Body::new("Moon", 7.342e22, 1.737e6),
        Body::new("Mars", 6.417e23, 3.390e6),
    ]
}

fn main() {
    let all = bodies();
    assert!((all[0].gravity() - 9.82).abs() < 0.01);
    assert!((all[1].density() - 3344.0).abs() < 10.0);
    let lightest = all.iter().min_by(|a, b| a.mass.total_cmp(&b.mass)).unwrap();
    assert_eq!(lightest.name, "Moon");
}
