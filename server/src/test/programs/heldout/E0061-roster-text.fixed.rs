struct Shift {
    day: String,
    workers: Vec<String>,
}

fn parse_shift(line: &str) -> Shift {
    // "monday   ann bob": any number of blanks between the words
    let mut words = line.split_whitespace();
    let day = words.next().unwrap_or("").to_string();
    let workers = words.map(|w| w.to_string()).collect();
    Shift { day, workers }
}

fn roster(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let shift = parse_shift(line);
        out += &shift.day.to_uppercase();
        out += ": ";
        out += &shift.workers.join(", ");
        out += "\n";
    }
    out
}

fn main() {
    let text = roster("monday   ann bob\ntuesday cleo");
    assert_eq!(text, "MONDAY: ann, bob\nTUESDAY: cleo\n");
    assert_eq!(parse_shift("  friday ").workers.len(), 0);
}
