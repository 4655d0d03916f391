use std::collections::BTreeMap;
use std::sync::RwLock;

struct Leaderboard {
    scores: RwLock<BTreeMap<String, u32>>,
}

impl Leaderboard {
    fn add(&self, player: &str, points: u32) {
        let mut scores = self.scores.write().unwrap();
        *scores.entry(player.to_string()).or_insert(0) += points;
    }

    fn leader(&self) -> Option<String> {
        let scores = self.scores.read().unwrap();
        let best = scores.iter().max_by_key(|(_, points)| **points);
        best.map(|(name, points)| format!("{name} with {points}"))
    }
}

fn main() {
    let board = Leaderboard { scores: RwLock::new(BTreeMap::new()) };
    assert_eq!(board.leader(), None);
    board.add("Pia", 20);
    board.add("Tom", 25);
    board.add("Pia", 15);
    assert_eq!(board.leader().as_deref(), Some("Pia with 35"));
}
