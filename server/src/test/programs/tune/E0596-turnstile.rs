#[derive(Default)]
struct Turnstile {
    coins: u32,
    visitors: Vec<u32>,
    locked: bool,
}

impl Turnstile {
    fn admit(&self, ticket: u32) -> bool {
        if self.locked || self.visitors.contains(&ticket) {
            return false;
        }
        self.visitors.push(ticket);
        self.visitors.sort_unstable();
        true
    }

    fn pay(&mut self, coins: u32) {
        self.coins += coins;
        self.locked = self.coins == 0;
    }
}

fn main() {
    let mut gate = Turnstile::default();
    gate.pay(3);
    assert!(gate.admit(17));
    assert!(gate.admit(4));
    assert!(!gate.admit(17));
    assert_eq!(gate.visitors, [4, 17]);
    gate.coins = 0;
    gate.pay(0);
    assert!(!gate.admit(5));
}
