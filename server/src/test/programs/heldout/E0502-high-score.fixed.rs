struct Session {
    player: String,
    scores: Vec<u32>,
}

impl Session {
    /// Adds a score and says whether it is a record.
    fn finish_round(&mut self, score: u32) -> String {
        let record = *self.scores.iter().max().unwrap_or(&0);
        self.scores.push(score);
        if score > record {
            format!("{} beats {} with {}", self.player, record, score)
        } else {
            format!("{} stays at {}", self.player, record)
        }
    }
}

fn main() {
    let mut session = Session { player: "Jo".to_string(), scores: vec![] };
    assert_eq!(session.finish_round(40), "Jo beats 0 with 40");
    assert_eq!(session.finish_round(12), "Jo stays at 40");
    assert_eq!(session.finish_round(41), "Jo beats 40 with 41");
    assert_eq!(session.scores.len(), 3);
}
