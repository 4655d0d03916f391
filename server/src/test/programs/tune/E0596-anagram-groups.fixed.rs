use std::collections::HashMap;

fn signature(word: &str) -> String {
    let mut letters: Vec<char> = word.to_lowercase().chars().collect();
    letters.sort();
    letters.into_iter().collect()
}

fn group<'w>(words: &[&'w str]) -> Vec<Vec<&'w str>> {
    let mut by_signature: HashMap<String, Vec<&str>> = HashMap::new();
    for word in words {
        by_signature.entry(signature(word)).or_default().push(word);
    }
    let mut groups: Vec<_> = by_signature.into_values().filter(|g| g.len() > 1).collect();
    groups.sort();
    groups
}

fn main() {
    let groups = group(&["stone", "Tones", "lemon", "melon", "apple"]);
    assert_eq!(groups, [vec!["lemon", "melon"], vec!["stone", "Tones"]]);
    assert_eq!(signature("cab"), "abc");
}
