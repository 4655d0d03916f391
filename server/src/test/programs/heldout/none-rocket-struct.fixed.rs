#[derive(Debug)]
struct Stage {
    dry_mass: f64,
    fuel: f64,
    exhaust_speed: f64,
}

fn delta_v(stages: &[Stage], payload: f64) -> f64 {
    let mut above = payload;
    let mut total = 0.0;
    for stage in stages.iter().rev() {
        let empty = above + stage.dry_mass;
        let full = empty + stage.fuel;
        total += stage.exhaust_speed * (full / empty).ln();
        above = full;
    }
    total
}

fn main() {
    let stages = [
        Stage { dry_mass: 10.0, fuel: 90.0, exhaust_speed: 2.5 },
        Stage { dry_mass: 1.0, fuel: 8.0, exhaust_speed: 3.0 },
    ];
    let dv = delta_v(&stages, 1.0);
    assert!(dv > 9.0 && dv < 9.1, "{dv}");
    assert_eq!(delta_v(&[], 5.0), 0.0);
}
