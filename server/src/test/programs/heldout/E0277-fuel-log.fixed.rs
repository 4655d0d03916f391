struct Refill {
    km: u32,
    litres: f64,
}

/// Litres per 100 km over the whole log.
fn consumption(log: &[Refill]) -> f64 {
    let km: u32 = log.iter().map(|r| r.km).sum();
    let litres: f64 = log.iter().map(|r| r.litres).sum();
    litres * 100.0 / km as f64
}

fn mean_refill(log: &[Refill]) -> f64 {
    let litres: f64 = log.iter().map(|r| r.litres).sum();
    litres / log.len() as f64
}

fn main() {
    let log = [
        Refill { km: 600, litres: 33.0 },
        Refill { km: 400, litres: 27.0 },
    ];
    assert_eq!(consumption(&log), 6.0);
    assert_eq!(mean_refill(&log), 30.0);
}
