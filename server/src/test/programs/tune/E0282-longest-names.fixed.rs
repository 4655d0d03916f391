struct City {
    name: String,
    district: String,
}

fn names_over(cities: &[City], min: usize) -> Vec<&str> {
    let is_long = |name: &str| name.len() >= min;
    let mut found = Vec::new();
    for city in cities {
        if is_long(&city.name) {
            found.push(city.name.as_str());
        } else if is_long(&city.district) {
            found.push(city.district.as_str());
        }
    }
    found
}

fn main() {
    let cities = [
        City { name: "Ulm".into(), district: "Swabia".into() },
        City { name: "Rostock".into(), district: "Mecklenburg".into() },
        City { name: "Hof".into(), district: "Bay".into() },
    ];
    assert_eq!(names_over(&cities, 6), ["Swabia", "Rostock"]);
    assert_eq!(names_over(&cities, 3), ["Ulm", "Rostock", "Hof"]);
}
