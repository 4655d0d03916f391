use std::fmt::Write;

fn census(text: &str) -> String {
    let mut counts = BTreeMap::new();
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        *counts.entry(c.to_ascii_lowercase()).or_insert(0u32) += 1;
    }
    let mut out = String::new();
    for (letter, n) in &counts {
        write!(out, "{letter}{n} ").unwrap();
    }
    out.trim_end().to_string()
}

fn main() {
    assert_eq!(census("Abba!"), "a2 b2");
    assert_eq!(census(""), "");
    println!("{}", census("Mississippi"));
}
