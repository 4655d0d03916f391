use std::fmt;

#[derive(Clone, Copy)]
struct Money {
    cents: i64,
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let sign = if self.cents < 0 { "-" } else { "" };
        let abs = self.cents.abs();
        write!(f, "{}{}.{:02}", sign, abs / 100, abs % 100)
    }
}

fn receipt(items: &[(&str, Money)]) -> String {
    let mut out = String::new();
    let mut total = 0;
    for (name, price) in items {
        out += &format!("{name} {price}\n");
        total += price.cents;
    }
    out + &format!("sum {}", Money { cents: total })
}

fn main() {
    let text = receipt(&[
        ("jam", Money { cents: 420 }),
        ("deposit", Money { cents: -25 }),
    ]);
    assert_eq!(text, "jam 4.20\ndeposit -0.25\nsum 3.95");
}
