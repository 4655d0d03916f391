use std::collections::HashMap;

struct Photo {
    id: u32,
    tags: &'static str,
}

fn count_tags(photos: &[Photo]) -> Vec<(String, usize)> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for photo in photos {
        let lowered = photo.tags.to_lowercase();
        for tag in lowered.split(',') {
            *counts.entry(tag.trim()).or_insert(0) += 1;
        }
    }
    let mut list: Vec<(String, usize)> =
        counts.into_iter().map(|(tag, n)| (tag.to_string(), n)).collect();
    list.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    list
}

fn main() {
    let photos = [
        Photo { id: 1, tags: "Sea, boat" },
        Photo { id: 2, tags: "sea" },
        Photo { id: 3, tags: "Boat, SEA, gull" },
    ];
    let top = count_tags(&photos);
    assert_eq!(top[0], ("sea".to_string(), 3));
    assert_eq!(top[1], ("boat".to_string(), 2));
    assert_eq!(top.len(), 3);
    assert_eq!(photos[2].id, 3);
}
