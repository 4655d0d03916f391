use std::collections::BTreeMap;

fn frequencies(text: &str) -> BTreeMap<String, usize> {
    let mut map = BTreeMap::new();
    for word in text.split_whitespace() {
        *map.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    map
}

/// All words that occur once, the longest first.
fn rare(text: &str) -> Vec<String> {
    let mut once: Vec<&String> = frequencies(text)
        .iter()
        .filter(|(_, n)| **n == 1)
        .map(|(word, _)| word)
        .collect();
    once.sort_by_key(|word| std::cmp::Reverse(word.len()));
    once.into_iter().cloned().collect()
}

fn main() {
    assert_eq!(rare("To be or not to be"), ["not", "or"]);
    assert_eq!(rare("red Reddish red"), ["reddish"]);
    assert!(rare("").is_empty());
    assert_eq!(frequencies("a A a")["a"], 3);
}
