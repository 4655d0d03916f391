#[derive(Clone, Copy)]
enum Unit {
    Celsius,
    Fahrenheit,
}

// The unit is new; everything in this program was written for Celsius.
fn show(tenths: i32, unit: Unit) -> String {
    match unit {
        Unit::Celsius => format!("{}.{} C", tenths / 10, tenths % 10),
        Unit::Fahrenheit => {
            let f = tenths * 9 / 5 + 320;
            format!("{}.{} F", f / 10, f % 10)
        }
    }
}

fn summary(low: i32, high: i32) -> String {
    format!("{} to {}", show(low), show(high))
}

fn main() {
    assert_eq!(summary(125, 203), "12.5 C to 20.3 C");
    assert_eq!(show(200), "20.0 C");
    assert_eq!(show(200, Unit::Fahrenheit), "68.0 F");
}
