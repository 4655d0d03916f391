use std::collections::HashMap;

#[derive(Default)]
struct Symbols {
    slots: HashMap<String, Slot>,
    next: usize,
}

#[derive(Debug)]
struct Slot {
    index: usize,
    uses: u32,
}

impl Symbols {
    fn lookup(&mut self, name: &str) -> &mut Slot {
        if self.slots.contains_key(name) {
            return self.slots.get_mut(name).unwrap();
        }
        let index = self.next;
        self.next += 1;
        self.slots.insert(name.to_string(), Slot { index, uses: 0 });
        self.slots.get_mut(name).unwrap()
    }
}

fn main() {
    let mut symbols = Symbols::default();
    for name in ["x", "y", "x", "z", "x"] {
        symbols.lookup(name).uses += 1;
    }
    assert_eq!(symbols.lookup("x").uses, 3);
    assert_eq!(symbols.lookup("z").index, 2);
    assert_eq!(symbols.next, 3);
}
