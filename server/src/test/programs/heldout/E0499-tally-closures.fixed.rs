use std::cell::Cell;

fn balance(text: &str) -> Result<(), String> {
    let depth = Cell::new(0i32);
    let open = || depth.set(depth.get() + 1);
    let close = || {
        depth.set(depth.get() - 1);
        depth.get() >= 0
    };
    for (at, c) in text.char_indices() {
        match c {
            '(' => open(),
            ')' => {
                if !close() {
                    return Err(format!("stray bracket at {at}"));
                }
            }
            _ => {}
        }
    }
    if depth.get() == 0 { Ok(()) } else { Err(format!("{} not closed", depth.get())) }
}

fn main() {
    assert_eq!(balance("f(a, (b))"), Ok(()));
    assert_eq!(balance("a) + (b"), Err("stray bracket at 1".to_string()));
    assert_eq!(balance("((x)"), Err("1 not closed".to_string()));
}
