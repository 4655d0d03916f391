pub struct Bag {
    pub count: i32,
}

impl Bag {
    pub fn show(&self) {}
}
