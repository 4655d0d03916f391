fn boxed() -> Box<Vec<i32>> {
    vec![1, 2]
}

fn text() -> String {
    concat!("a", "b")
}

fn main() {
    boxed();
    text();
}
