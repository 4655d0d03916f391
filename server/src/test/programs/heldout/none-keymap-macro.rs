use std::collections::BTreeMap;

/// keymap! { "key" => action, ... }
macro_rules! keymap {
    ( $( $key:literal => $action:expr ),* $(,)? ) => {{
        let mut map: BTreeMap<&'static str, Action> = BTreeMap::new();
        $( map.insert($key, $action); )*
        map
    }};
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Action {
    Move(i8, i8),
    Jump,
    Quit,
}

fn play(keys: &str) -> (i32, i32) {
    let map = keymap! {
        "h": Action::Move(-1, 0),
        "l": Action::Move(1, 0),
        "j": Action::Move(0, 1),
        "x": Action::Jump,
        "q": Action::Quit,
    };
    let (mut x, mut y) = (0, 0);
    for key in keys.split(' ') {
        match map.get(key) {
            Some(Action::Move(dx, dy)) => {
                x += *dx as i32;
                y += *dy as i32;
            }
            Some(Action::Jump) => y -= 2,
            Some(Action::Quit) => break,
            None => {}
        }
    }
    (x, y)
}

fn main() {
    assert_eq!(play("l l j"), (2, 1));
    assert_eq!(play("h x ? q l"), (-1, -2));
}
