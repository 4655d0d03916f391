use std::collections::HashMap;
use std::hash::Hash;

struct Memo<K, V> {
    entries: HashMap<K, V>,
    misses: usize,
}

impl<K: Eq + Hash + Clone, V: Copy> Memo<K, V> {
    fn fetch(&mut self, key: &K, compute: impl FnOnce(&K) -> V) -> V {
        if let Some(v) = self.entries.get(key) {
            return *v;
        }
        self.misses += 1;
        let v = compute(key);
        self.entries.insert(key.clone(), v);
        v
    }
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Query {
    User(u64),
    Page { site: String, number: u32 },
}

fn main() {
    let mut memo = Memo { entries: HashMap::new(), misses: 0 };
    let page = Query::Page { site: "docs".into(), number: 4 };
    let cost = |q: &Query| match q {
        Query::User(id) => *id,
        Query::Page { site, number } => site.len() as u64 * *number as u64,
    };
    assert_eq!(memo.fetch(&page, cost), 16);
    assert_eq!(memo.fetch(&page, cost), 16);
    assert_eq!(memo.fetch(&Query::User(3), cost), 3);
    assert_eq!(memo.misses, 2);
}
