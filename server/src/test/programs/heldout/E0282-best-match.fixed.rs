fn shared_prefix(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count()
}

struct Commands {
    names: Vec<String>,
}

impl Commands {
    /// The known command with the longest common beginning, in capitals.
    fn suggest(&self, typed: &str) -> Option<String> {
        let mut best: Option<&String> = None;
        let mut best_score = 0;
        for name in &self.names {
            let better = best.is_none_or(|b| name.len() < b.len());
            let score = shared_prefix(name, typed);
            if score > best_score || (score == best_score && score > 0 && better) {
                best_score = score;
                best = Some(name);
            }
        }
        best.map(|name| name.to_uppercase())
    }
}

fn main() {
    let commands = Commands {
        names: ["commit", "checkout", "comm", "push"].map(String::from).to_vec(),
    };
    assert_eq!(commands.suggest("comit").as_deref(), Some("COMM"));
    assert_eq!(commands.suggest("chekout").as_deref(), Some("CHECKOUT"));
    assert_eq!(commands.suggest("zzz"), None);
}
