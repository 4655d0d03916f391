use crate::order::Order;

/// How many of an article are there, and what one costs in cents.
struct Shelf {
    count: u32,
    price: u32,
}

/// Everything that can be sold.
pub struct Stock {
    shelves: HashMap<String, Shelf>,
}

impl Stock {
    pub fn new() -> Stock {
        Stock { shelves: HashMap::new() }
    }

    /// Puts `count` more of an article on its shelf.
    pub fn add(&mut self, article: &str, count: u32, price: u32) {
        match self.shelves.entry(article.to_string()) {
            Entry::Occupied(mut shelf) => shelf.get_mut().count += count,
            Entry::Vacant(shelf) => {
                shelf.insert(Shelf { count, price });
            }
        }
    }

    /// The price of one, in cents; nothing for what the shop does not have.
    pub fn price(&self, article: &str) -> u32 {
        self.shelves.get(article).map_or(0, |shelf| shelf.price)
    }

    pub fn units(&self) -> u32 {
        self.shelves.values().map(|shelf| shelf.count).sum()
    }

    /// Takes an order's articles off the shelves, or says which one runs short.
    pub fn take(&self, order: &Order) -> Result<(), String> {
        for line in &order.lines {
            match self.shelves.get_mut(&line.article) {
                Some(shelf) if shelf.count >= line.count => shelf.count -= line.count,
                _ => return Err(line.article),
            }
        }
        Ok(())
    }
}
