mod ids {
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub struct UserId(u32);

    impl UserId {
        /// Zero is reserved for the system and not a valid id.
        pub fn new(raw: u32) -> Option<UserId> {
            if raw == 0 { None } else { Some(UserId(raw)) }
        }

        pub fn raw(self) -> u32 {
            self.0
        }
    }
}

fn parse_ids(text: &str) -> Vec<ids::UserId> {
    text.split(',')
        .filter_map(|part| part.trim().parse().ok())
        .filter_map(|raw| ids::UserId::new(raw))
        .collect()
}

fn main() {
    let ids = parse_ids("7, x, 0, 12");
    let raw: Vec<u32> = ids.iter().map(|id| id.raw()).collect();
    assert_eq!(raw, [7, 12]);
    assert!(ids[0] < ids[1]);
}
