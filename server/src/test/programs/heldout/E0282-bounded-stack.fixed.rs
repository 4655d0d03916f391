struct Bounded<T> {
    items: Vec<T>,
    limit: usize,
}

impl<T> Bounded<T> {
    fn new(limit: usize) -> Self {
        Bounded { items: Vec::new(), limit }
    }

    fn push(&mut self, item: T) -> Result<(), T> {
        if self.items.len() == self.limit {
            return Err(item);
        }
        self.items.push(item);
        Ok(())
    }

    fn is_full(&self) -> bool {
        self.items.len() == self.limit
    }
}

fn nothing_fits_into_zero() {
    // the element type does not matter here, any will do
    let none = Bounded::<u8>::new(0);
    assert!(none.is_full());
}

fn rejected_items_come_back() {
    let mut plates = Bounded::new(2);
    assert_eq!(plates.push("blue"), Ok(()));
    assert!(!plates.is_full());
    assert_eq!(plates.push("red"), Ok(()));
    assert_eq!(plates.push("green"), Err("green"));
    assert!(plates.is_full());
}

fn main() {
    nothing_fits_into_zero();
    rejected_items_come_back();
}
