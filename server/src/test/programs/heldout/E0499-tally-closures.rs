fn balance(text: &str) -> Result<(), String> {
    let mut depth = 0i32;
    let mut open = || depth += 1;
    let mut close = || {
        depth -= 1;
        depth >= 0
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
    if depth == 0 { Ok(()) } else { Err(format!("{depth} not closed")) }
}

fn main() {
    assert_eq!(balance("f(a, (b))"), Ok(()));
    assert_eq!(balance("a) + (b"), Err("stray bracket at 1".to_string()));
    assert_eq!(balance("((x)"), Err("1 not closed".to_string()));
}
