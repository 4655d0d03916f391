#[derive(Clone, Copy)]
enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

const WEEK: [Weekday; 7] = [
    Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu,
    Weekday::Fri, Weekday::Sat, Weekday::Sun,
];

fn short_name(day: Weekday) -> &str {
    match day {
        Weekday::Mon => "Mon",
        Weekday::Tue => "Tue",
        Weekday::Wed => "Wed",
        Weekday::Thu => "Thu",
        Weekday::Fri => "Fri",
        Weekday::Sat | Weekday::Sun => "weekend",
    }
}

fn day_after(start: usize, days: usize) -> Weekday {
    WEEK[(start + days) % 7]
}

fn main() {
    let shown: Vec<&'static str> = (0..3).map(|n| short_name(day_after(3, n))).collect();
    assert_eq!(shown, ["Thu", "Fri", "weekend"]);
}
