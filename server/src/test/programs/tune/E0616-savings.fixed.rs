mod bank {
    pub struct Account {
        holder: String,
        balance: i64,
    }

    impl Account {
        pub fn open(holder: &str) -> Self {
            Account { holder: holder.to_string(), balance: 0 }
        }

        pub fn deposit(&mut self, cents: i64) {
            self.balance += cents;
        }

        pub fn balance(&self) -> i64 {
            self.balance
        }

        pub fn holder(&self) -> &str {
            &self.holder
        }
    }
}

use bank::Account;

fn richest(accounts: &[Account]) -> &str {
    let best = accounts
        .iter()
        .max_by_key(|a| a.balance())
        .expect("at least one account");
    best.holder()
}

fn main() {
    let mut accounts = vec![Account::open("Ruth"), Account::open("Sami")];
    accounts[0].deposit(300);
    accounts[1].deposit(301);
    assert_eq!(richest(&accounts), "Sami");
    assert_eq!(accounts.iter().map(|a| a.balance()).sum::<i64>(), 601);
}
