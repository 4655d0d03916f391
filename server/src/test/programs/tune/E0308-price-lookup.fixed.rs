use std::collections::HashMap;

struct Catalog {
    prices: HashMap<String, u32>,
}

impl Catalog {
    // Used to be an Option; the order screen now shows which article is missing.
    fn price_of(&self, sku: &str) -> Result<u32, String> {
        self.prices
            .get(sku)
            .copied()
            .ok_or_else(|| format!("unknown article {sku}"))
    }
}

fn line_total(catalog: &Catalog, sku: &str, count: u32) -> u32 {
    match catalog.price_of(sku) {
        Ok(price) => price * count,
        Err(_) => 0,
    }
}

fn main() {
    let mut prices = HashMap::new();
    prices.insert("tea".to_string(), 350);
    let catalog = Catalog { prices };
    assert_eq!(line_total(&catalog, "tea", 2), 700);
    assert_eq!(line_total(&catalog, "milk", 2), 0);
    assert!(catalog.price_of("milk").is_err());
}
