use std::collections::BTreeMap;

/// Decides which of two conflicting values is kept.
type Policy = for<'v> fn(&'v str, &'v str) -> &'v str;

fn ours<'v>(left: &'v str, _right: &'v str) -> &'v str {
    left
}

fn longer<'v>(left: &'v str, right: &'v str) -> &'v str {
    if right.len() > left.len() { right } else { left }
}

type Settings = BTreeMap<String, String>;

fn merge(left: &Settings, right: &Settings, policy: Policy) -> Settings {
    let mut merged = right.clone();
    for (key, mine) in left {
        let kept = match right.get(key) {
            Some(theirs) => policy(mine, theirs),
            None => mine,
        };
        merged.insert(key.clone(), kept.to_string());
    }
    merged
}

fn settings(pairs: &[(&str, &str)]) -> Settings {
    pairs.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect()
}

fn main() {
    let left = settings(&[("font", "Iosevka"), ("size", "9")]);
    let right = settings(&[("size", "11"), ("theme", "dusk")]);
    assert_eq!(merge(&left, &right, ours)["size"], "9");
    assert_eq!(merge(&left, &right, longer)["size"], "11");
    assert_eq!(merge(&left, &right, ours).len(), 3);
}
