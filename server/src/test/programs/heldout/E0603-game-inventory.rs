mod inventory {
    #[derive(Debug, Clone, Copy, PartialEq)]
    enum Kind {
        Weapon,
        Potion,
    }

    #[derive(Debug)]
    pub struct Item {
        pub name: &'static str,
        pub kind: Kind,
    }

    pub fn starter() -> Vec<Item> {
        vec![
            Item { name: "dull knife", kind: Kind::Weapon },
            Item { name: "mint tea", kind: Kind::Potion },
            Item { name: "elixir", kind: Kind::Potion },
        ]
    }
}

use inventory::{Item, Kind};

fn count(items: &[Item], kind: Kind) -> usize {
    items.iter().filter(|item| item.kind == kind).count()
}

fn drink(items: &mut Vec<Item>) -> Option<&'static str> {
    let at = items.iter().position(|item| item.kind == Kind::Potion)?;
    Some(items.remove(at).name)
}

fn main() {
    let mut items = inventory::starter();
    assert_eq!(count(&items, Kind::Potion), 2);
    assert_eq!(drink(&mut items), Some("mint tea"));
    assert_eq!(drink(&mut items), Some("elixir"));
    assert_eq!(drink(&mut items), None);
    assert_eq!(count(&items, Kind::Weapon), 1);
}
