use crate::stock::Stock;

/// One line of an order: how many of which article.
#[derive(Clone)]
pub struct Line {
    pub article: String,
    pub count: u32,
}

impl Line {
    pub fn new(article: &str, count: u32) -> Line {
        Line { article: article, count }
    }
}

/// What a customer wants.
#[derive(Clone)]
pub struct Order {
    pub customer: String,
    pub lines: Vec<Line>,
}

impl Order {
    pub fn new(customer: &str, lines: Vec<Line>) -> Order {
        Order { customer: customer.to_string(), lines }
    }

    /// The price of everything, in cents.
    pub fn total(&self, stock: &Stock) -> u32 {
        let mut sum = 0;
        for line in &self.lines {
            sum += stock.price(line.article) * line.count;
        }
        sum
    }
}
