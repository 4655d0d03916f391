struct Auction {
    best: u32,
    rounds: u32,
}

impl Auction {
    /// Takes the bid if it is higher and tells by how much.
    fn bid(&mut self, amount: u32) -> Option<u32> {
        let previous = &self.best;
        if amount <= *previous {
            return None;
        }
        self.best = amount;
        self.rounds += 1;
        Some(amount - previous)
    }
}

fn main() {
    let mut auction = Auction { best: 100, rounds: 0 };
    assert_eq!(auction.bid(90), None);
    assert_eq!(auction.bid(130), Some(30));
    assert_eq!(auction.bid(131), Some(1));
    assert_eq!(auction.rounds, 2);
    assert_eq!(auction.best, 131);
}
