fn is_palindrome(text: &str) -> bool {
    let letters: Vec<char> = text
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| c.to_ascii_lowercase())
        .collect();
    letters.iter().eq(letters.iter().rev())
}

fn longest_palindrome<'a>(words: &[&'a str]) -> Option<&'a str> {
    words.iter().copied().filter(|w| is_palindrome(w)).max_by_key(|w| w.len())
}

fn main() {
    let found = longest_palindrome(&["level", "stone", "Rotator"]);
    println("longest: {:?}", found);
    assert_eq(found, Some("Rotator"));
    assert(is_palindrome("Never odd or even."));
}
