#[derive(Debug, PartialEq)]
struct Reading {
    sensor: String,
    celsius: f64,
    battery: u8,
}

/// Malformed rows are skipped, so this returns an Option.
fn parse_row(row: &str) -> Option<Reading> {
    let mut cols = row.split(';');
    let sensor = cols.next()?.trim().to_string();
    let celsius = cols.next()?.trim().parse().ok()?;
    let battery = cols.next()?.trim().parse().ok()?;
    Some(Reading { sensor, celsius, battery })
}

fn parse_all(text: &str) -> Vec<Reading> {
    text.lines().filter_map(parse_row).collect()
}

fn main() {
    let rows = parse_all("attic; 21.5; 88\nbroken line\ncellar; 9.0; x\nporch; 3.25; 40");
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].sensor, "attic");
    assert_eq!(rows[1], Reading { sensor: "porch".into(), celsius: 3.25, battery: 40 });
}
