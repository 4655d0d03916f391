// No dependencies since 0.4: std has a lazy static now, and its map is hashbrown's anyway.
use std::collections::HashMap;
use std::sync::LazyLock;

static CODES: LazyLock<HashMap<&'static str, u16>> = LazyLock::new(|| {
    HashMap::from([("PT", 351), ("IS", 354), ("IT", 39)])
});

fn dial(country: &str, number: &str) -> Option<String> {
    let code = CODES.get(country)?;
    Some(format!("+{code} {}", number.trim_start_matches('0')))
}

fn country_of(dialled: &str) -> Option<&'static str> {
    let code: u16 = dialled.strip_prefix('+')?.split(' ').next()?.parse().ok()?;
    CODES.iter().find(|(_, c)| **c == code).map(|(name, _)| *name)
}

fn main() {
    assert_eq!(dial("IS", "0123 45").as_deref(), Some("+354 123 45"));
    assert_eq!(dial("XX", "1"), None);
    assert_eq!(country_of("+39 06 1"), Some("IT"));
}
