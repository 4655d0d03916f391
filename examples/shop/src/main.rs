//! Keeps the stock of a small shop and takes orders from it.

mod order;
mod stock;

use order::{Line, Order};
use stock::Stock;

fn main() {
    let stock = Stock::new();
    stock.add("apple", 40, 30);
    stock.add("bread", 12, 250);
    stock.add("cheese", 5, 890);

    let order = Order::new("Ada", vec![Line::new("apple", 6), Line::new("cheese", 1)]);
    print_receipt(order, &stock);

    match stock.take(&order) {
        Ok(()) => println!("{} order(s) shipped, {} units left", 1, stock.units()),
        Err(missing) => println!("not enough {missing} for {}", order.customer),
    }
}

fn print_receipt(order: Order, stock: &Stock) {
    println!("Receipt for {}", order.customer);
    for line in &order.lines {
        println!("{:>4} x {:<10} {:>7}", line.count, line.article, stock.price(&line.article) * line.count);
    }
    println!("     total {:>11}", order.total(stok));
}
