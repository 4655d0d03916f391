struct Fighter {
    name: &'static str,
    health: i32,
    power: i32,
}

struct Arena {
    fighters: Vec<Fighter>,
}

impl Arena {
    /// Both fighters lose health; `a` comes before `b` in the list.
    fn duel(&mut self, a: usize, b: usize) {
        let (front, back) = self.fighters.split_at_mut(b);
        let first = &mut front[a];
        let second = &mut back[0];
        second.health -= first.power;
        first.health -= second.power;
    }

    fn alive(&self) -> Vec<&'static str> {
        self.fighters.iter().filter(|f| f.health > 0).map(|f| f.name).collect()
    }
}

fn main() {
    let mut arena = Arena {
        fighters: vec![
            Fighter { name: "Orla", health: 10, power: 4 },
            Fighter { name: "Bram", health: 5, power: 1 },
            Fighter { name: "Kit", health: 3, power: 2 },
        ],
    };
    arena.duel(0, 2);
    assert_eq!(arena.alive(), ["Orla", "Bram"]);
    assert_eq!(arena.fighters[0].health, 8);
}
