use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
struct Battery {
    charge: u32,
    health: u32,
}

fn read(text: &str) -> Option<Battery> {
    let percent = |field: &str| {
        let digits = field.trim().trim_end_matches('%');
        let n = digits.parse::<u32>()?;
        Ok(n.min(100))
    };
    let (charge, health) = text.split_once('/')?;
    match (percent(charge), percent(health)) {
        (Ok(charge), Ok(health)) => Some(Battery { charge, health }),
        _ => None,
    }
}

fn main() {
    assert_eq!(read("80% / 97%"), Some(Battery { charge: 80, health: 97 }));
    assert_eq!(read("104%/9"), Some(Battery { charge: 100, health: 9 }));
    assert_eq!(read("full/9"), None);
    let error: Result<u32, ParseIntError> = "x".parse();
    assert!(error.is_err());
}
