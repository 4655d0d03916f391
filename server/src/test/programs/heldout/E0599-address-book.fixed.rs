use std::collections::HashMap;

struct AddressBook {
    streets: HashMap<String, Vec<String>>,
    visits: Vec<String>,
}

impl AddressBook {
    fn register(&mut self, street: &str, names: &[&str]) {
        let mut list = Vec::new();
        for name in names {
            list.push(name.to_string());
        }
        self.streets.insert(street.to_string(), list);
    }

    fn visit(&mut self, street: &str) -> usize {
        self.visits.push(street.to_string());
        match self.streets.get(street) {
            Some(list) => list.len(),
            None => 0,
        }
    }
}

fn main() {
    let mut book = AddressBook { streets: HashMap::new(), visits: Vec::new() };
    book.register("Elm Road", &["Fay", "Gus"]);
    assert_eq!(book.visit("Elm Road"), 2);
    assert_eq!(book.visit("Oak Lane"), 0);
    assert_eq!(book.visits, ["Elm Road", "Oak Lane"]);
}
