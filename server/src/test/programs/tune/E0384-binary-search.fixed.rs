struct Release {
    version: u32,
    broken: bool,
}

/// Index of the first broken release; all later ones are broken as well.
fn first_broken(history: &[Release]) -> Option<usize> {
    let (mut low, mut high) = (0, history.len());
    while low < high {
        let mid = low + (high - low) / 2;
        if history[mid].broken {
            high = mid;
        } else {
            low = mid + 1;
        }
    }
    if low < history.len() { Some(low) } else { None }
}

fn main() {
    let history: Vec<Release> = (10..18)
        .map(|version| Release { version, broken: version >= 15 })
        .collect();
    let found = first_broken(&history).unwrap();
    assert_eq!(history[found].version, 15);
    assert_eq!(first_broken(&history[..3]), None);
    assert_eq!(first_broken(&[]), None);
}
