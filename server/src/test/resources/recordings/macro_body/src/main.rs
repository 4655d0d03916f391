macro_rules! owned {
    ($e:expr) => {{
        let text: String = "literal";
        (text, $e)
    }};
}

fn main() {
    let _ = owned!(1);
    let _ = owned!(2);
}

fn equal() {
    assert_eq!(1, "a");
}
