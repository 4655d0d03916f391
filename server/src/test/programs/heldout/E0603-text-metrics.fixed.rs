mod text {
    pub mod split {
        pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
            text.split(['.', '!', '?']).map(str::trim).filter(|s| !s.is_empty())
        }
    }

    // used by the reports in main as well
    pub mod measure {
        use super::split::sentences;

        pub fn words(text: &str) -> usize {
            text.split_whitespace().count()
        }

        pub fn words_per_sentence(text: &str) -> f64 {
            let n = sentences(text).count();
            if n == 0 { 0.0 } else { words(text) as f64 / n as f64 }
        }
    }
}

fn rating(text: &str) -> &'static str {
    let length = text::measure::words_per_sentence(text);
    if length > 4.0 { "wordy" } else { "plain" }
}

fn main() {
    let sample = "Stop! Who goes there?";
    assert_eq!(text::measure::words(sample), 4);
    assert_eq!(rating(sample), "plain");
    assert_eq!(rating("One long winding sentence without an end"), "wordy");
    assert_eq!(text::split::sentences("a. b.").last(), Some("b"));
}
