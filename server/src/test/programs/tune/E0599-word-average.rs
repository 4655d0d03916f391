fn average_word_length(text: &str) -> f64 {
    let words = text.split_whitespace();
    let mut letters = 0;
    for word in words.clone() {
        letters += word.chars().filter(|c| c.is_alphabetic()).count();
    }
    let amount = words.len();
    if amount == 0 {
        return 0.0;
    }
    letters as f64 / amount as f64
}

fn main() {
    assert_eq!(average_word_length(""), 0.0);
    assert_eq!(average_word_length("we saw it"), 7.0 / 3.0);
    let line = "Ah, the sea!";
    println!("{:.2}", average_word_length(line));
}
