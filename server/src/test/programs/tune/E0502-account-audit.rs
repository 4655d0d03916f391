struct Account {
    owner: String,
    cents: i64,
}

struct Bank {
    accounts: Vec<Account>,
    audit: Vec<String>,
}

impl Bank {
    fn record(&mut self, line: String) {
        self.audit.push(line);
    }

    fn freeze_overdrawn(&mut self) -> usize {
        let mut frozen = 0;
        for i in 0..self.accounts.len() {
            let owner = &self.accounts[i].owner;
            if self.accounts[i].cents < 0 {
                self.record(format!("checking {owner}"));
                self.record(format!("freezing {owner}"));
                frozen += 1;
            }
        }
        frozen
    }
}

fn main() {
    let mut bank = Bank {
        accounts: vec![
            Account { owner: "Ada".into(), cents: 500 },
            Account { owner: "Ben".into(), cents: -20 },
        ],
        audit: vec![],
    };
    assert_eq!(bank.freeze_overdrawn(), 1);
    assert_eq!(bank.audit, ["checking Ben", "freezing Ben"]);
}
