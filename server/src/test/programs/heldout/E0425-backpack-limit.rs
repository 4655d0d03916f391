#[derive(Default)]
struct Backpack {
    items: Vec<(String, u32)>,
}

impl Backpack {
    const MAX_GRAMS: u32 = 8_000;
    const MAX_ITEMS: usize = 3;

    fn weight(&self) -> u32 {
        self.items.iter().map(|(_, grams)| grams).sum()
    }

    fn pack(&mut self, name: &str, grams: u32) -> Result<(), String> {
        if self.items.len() == MAX_ITEMS {
            return Err(format!("no pocket left for {name}"));
        }
        if self.weight() + grams > MAX_GRAMS {
            let over = self.weight() + grams - MAX_GRAMS;
            return Err(format!("{name} is {over} g too heavy"));
        }
        self.items.push((name.to_string(), grams));
        Ok(())
    }
}

fn main() {
    let mut pack = Backpack::default();
    assert!(pack.pack("tent", 3_000).is_ok());
    assert_eq!(pack.pack("anvil", 9_000), Err("anvil is 4000 g too heavy".into()));
    assert!(pack.pack("rope", 900).is_ok());
    assert!(pack.pack("map", 50).is_ok());
    assert_eq!(pack.pack("cup", 1), Err("no pocket left for cup".into()));
}
