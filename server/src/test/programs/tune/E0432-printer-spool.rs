use std::collections::{Deque, HashMap};

struct Spooler {
    waiting: Deque<String>,
    pages_by_user: HashMap<String, u32>,
}

impl Spooler {
    fn submit(&mut self, user: &str, document: &str, pages: u32) {
        self.waiting.push_back(document.to_string());
        *self.pages_by_user.entry(user.to_string()).or_default() += pages;
    }

    fn print_next(&mut self) -> Option<String> {
        self.waiting.pop_front()
    }
}

fn main() {
    let mut spooler = Spooler {
        waiting: Deque::new(),
        pages_by_user: HashMap::new(),
    };
    spooler.submit("mara", "thesis.pdf", 120);
    spooler.submit("mara", "cover.pdf", 1);
    assert_eq!(spooler.print_next().as_deref(), Some("thesis.pdf"));
    assert_eq!(spooler.pages_by_user["mara"], 121);
}
