mod bag;

fn main() {
    let bag = bag::Bag { count: 1 };
    println!("{:?}", bag);
    bag.show();
}
