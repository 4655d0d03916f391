use std::collections::BTreeMap;
use std::rc::Rc;
use std::thread;

struct Rates {
    per_currency: BTreeMap<&'static str, f64>,
}

fn convert(rates: &Rates, amount: f64, currency: &str) -> f64 {
    amount * rates.per_currency[currency]
}

fn main() {
    let per_currency = BTreeMap::from([("USD", 1.25), ("CHF", 0.5)]);
    let rates = Rc::new(Rates { per_currency });

    let workers: Vec<_> = ["USD", "CHF"]
        .into_iter()
        .map(|currency| {
            let rates = Rc::clone(&rates);
            thread::spawn(move || convert(&rates, 100.0, currency))
        })
        .collect();

    let totals: Vec<f64> = workers.into_iter().map(|w| w.join().unwrap()).collect();
    assert_eq!(totals, [125.0, 50.0]);
}
