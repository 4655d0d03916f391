use std::collections::HashMap;

struct Depot {
    boxes: HashMap<&'static str, u32>,
}

impl Depot {
    // None: this depot does not stock the product (counts as no boxes)
    fn count(&self, product: &str) -> Option<u32> {
        self.boxes.get(product).copied()
    }
}

fn both(north: &Depot, south: &Depot, product: &str) -> u32 {
    north.count(product) + south.count(product)
}

fn only_in<'d>(here: &'d Depot, there: &Depot) -> Vec<&'d str> {
    let mut names: Vec<&str> =
        here.boxes.keys().copied().filter(|p| there.count(p).is_none()).collect();
    names.sort();
    names
}

fn main() {
    let north = Depot { boxes: HashMap::from([("salt", 4), ("rice", 10), ("oats", 1)]) };
    let south = Depot { boxes: HashMap::from([("rice", 5)]) };
    assert_eq!(both(&north, &south, "rice"), 15);
    assert_eq!(both(&north, &south, "salt"), 4);
    assert_eq!(both(&north, &south, "tea"), 0);
    assert_eq!(only_in(&north, &south), ["oats", "salt"]);
}
