// module `convert` became `units` so that it does not clash with std::convert
mod units {
    pub fn miles_to_km(miles: f64) -> f64 {
        miles * 1.609344
    }

    pub fn feet_to_m(feet: f64) -> f64 {
        feet * 0.3048
    }

    pub const FEET_PER_MILE: f64 = 5280.0;
}

struct Hike {
    miles: f64,
    climb_feet: f64,
}

fn effort(hike: &Hike) -> f64 {
    // a hundred metres of climb count like a kilometre
    let km = units::miles_to_km(hike.miles);
    let climb = units::feet_to_m(hike.climb_feet);
    km + climb / 100.0
}

fn is_steep(hike: &Hike) -> bool {
    hike.climb_feet / (hike.miles * units::FEET_PER_MILE) > 0.1
}

fn main() {
    let ridge = Hike { miles: 10.0, climb_feet: 1000.0 };
    assert!((effort(&ridge) - 19.14144).abs() < 1e-9);
    assert!(!is_steep(&ridge));
    assert!(is_steep(&Hike { miles: 0.5, climb_feet: 400.0 }));
}
