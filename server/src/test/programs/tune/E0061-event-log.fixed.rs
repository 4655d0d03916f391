#[derive(Debug, PartialEq)]
enum Event {
    /// amount in cents, time in seconds since opening
    Deposit(u64, u32),
    Withdraw(u64, u32),
    Close(u32),
}

struct Ledger {
    events: Vec<Event>,
    clock: u32,
}

impl Ledger {
    fn deposit(&mut self, cents: u64) {
        self.clock += 10;
        self.events.push(Event::Deposit(cents, self.clock));
    }

    fn withdraw(&mut self, cents: u64) {
        self.clock += 10;
        self.events.push(Event::Withdraw(cents, self.clock));
    }

    fn close(&mut self) {
        self.clock += 10;
        self.events.push(Event::Close(self.clock));
    }
}

fn main() {
    let mut ledger = Ledger { events: vec![], clock: 0 };
    ledger.deposit(500);
    ledger.withdraw(120);
    ledger.close();
    assert_eq!(ledger.events[0], Event::Deposit(500, 10));
    assert_eq!(ledger.events[1], Event::Withdraw(120, 20));
    assert_eq!(ledger.events[2], Event::Close(30));
}
