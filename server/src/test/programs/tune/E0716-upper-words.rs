fn shout(sentence: &str) -> Vec<String> {
    let words = sentence.to_uppercase().split_whitespace();
    let mut out = Vec::new();
    for word in words {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if !bare.is_empty() {
            out.push(format!("{bare}!"));
        }
    }
    out
}

fn main() {
    assert_eq!(shout("come here, now"), ["COME!", "HERE!", "NOW!"]);
    assert!(shout(" - ").is_empty());
    println!("{}", shout("bonjour").join(" "));
}
