struct Countdown {
    left: u32,
    step: u32,
}

impl Iterator for Countdown {
    fn next(&mut self) -> Option<u32> {
        if self.left == 0 {
            return None;
        }
        let now = self.left;
        self.left = self.left.saturating_sub(self.step);
        Some(now)
    }
}

fn announce(from: u32, step: u32) -> String {
    let calls: Vec<String> = Countdown { left: from, step }.map(|n| n.to_string()).collect();
    calls.join("...")
}

fn main() {
    assert_eq!(announce(3, 1), "3...2...1");
    assert_eq!(announce(10, 4), "10...6...2");
    assert_eq!(Countdown { left: 0, step: 1 }.count(), 0);
}
