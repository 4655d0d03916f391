#[derive(Debug, Clone)]
struct Monster {
    name: &'static str,
    hp: i32,
    attack: i32,
    /// Taken off every hit. So far only the knight has any; all others have 0.
    armor: i32,
}

fn bestiary() -> Vec<Monster> {
    vec![
        Monster { name: "rat", hp: 3, attack: 1, armor: 0 },
        Monster { name: "wolf", hp: 8, attack: 3, armor: 0 },
        Monster { name: "knight", hp: 12, attack: 4, armor: 2 },
        Monster { name: "slime", hp: 20, attack: 1, armor: 0 },
    ]
}

fn hits_to_kill(monster: &Monster, damage: i32) -> Option<i32> {
    let real = damage - monster.armor;
    if real <= 0 {
        return None;
    }
    Some((monster.hp + real - 1) / real)
}

fn main() {
    let monsters = bestiary();
    let hits: Vec<_> = monsters.iter().map(|m| hits_to_kill(m, 4)).collect();
    assert_eq!(hits, [Some(1), Some(2), Some(6), Some(5)]);
    assert_eq!(hits_to_kill(&monsters[2], 2), None);
    assert_eq!(monsters.iter().map(|m| m.attack).sum::<i32>(), 9);
    assert_eq!(monsters[1].name, "wolf");
}
