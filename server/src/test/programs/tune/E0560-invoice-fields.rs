#[derive(Debug, Clone)]
struct Invoice {
    number: u32,
    // was `amount`; renamed when the tax columns came in
    net_cents: u64,
    tax_cents: u64,
}

fn with_tax(number: u32, net: u64, percent: u64) -> Invoice {
    Invoice { number, amount: net, tax_cents: net * percent / 100 }
}

fn tax_free(number: u32, net: u64) -> Invoice {
    Invoice { number, amount: net, tax_cents: 0 }
}

fn gross(invoices: &[Invoice]) -> u64 {
    invoices.iter().map(|i| i.net_cents + i.tax_cents).sum()
}

fn main() {
    let invoices = vec![with_tax(1, 10_000, 19), tax_free(2, 500)];
    assert_eq!(gross(&invoices), 12_400);
    assert_eq!(invoices[0].tax_cents, 1_900);
    assert_eq!(invoices[1].number, 2);
}
