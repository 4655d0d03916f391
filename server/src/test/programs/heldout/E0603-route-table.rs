mod routes {
    use std::collections::HashMap;

    pub struct Table {
        pub hops: HashMap<String, u32>,
    }

    impl Table {
        pub fn cheaper_of(&self, other: &Table, host: &str) -> Option<u32> {
            match (self.hops.get(host), other.hops.get(host)) {
                (Some(a), Some(b)) => Some(*a.min(b)),
                (a, b) => a.or(b).copied(),
            }
        }
    }
}

use routes::{HashMap, Table};

fn table(rows: &[(&str, u32)]) -> Table {
    let mut hops = HashMap::new();
    for (host, cost) in rows {
        hops.insert(host.to_string(), *cost);
    }
    Table { hops }
}

fn main() {
    let east = table(&[("mail", 3), ("web", 9)]);
    let west = table(&[("web", 4), ("git", 6)]);
    assert_eq!(east.cheaper_of(&west, "web"), Some(4));
    assert_eq!(east.cheaper_of(&west, "git"), Some(6));
    assert_eq!(east.cheaper_of(&west, "ftp"), None);
}
