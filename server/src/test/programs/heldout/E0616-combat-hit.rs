mod game {
    pub mod hero {
        #[derive(Debug)]
        pub struct Hero {
            pub name: String,
            health: u32,
        }

        impl Hero {
            pub fn new(name: &str, health: u32) -> Hero {
                Hero { name: name.to_string(), health }
            }

            /// Health never drops below zero.
            pub fn hurt(&mut self, damage: u32) {
                self.health = self.health.saturating_sub(damage);
            }

            pub fn is_alive(&self) -> bool {
                self.health > 0
            }
        }
    }

    pub mod combat {
        use super::hero::Hero;

        /// Returns the name of the winner, if there is one.
        pub fn strike(attacker: &Hero, target: &mut Hero, power: u32) -> Option<String> {
            target.health -= power;
            if target.is_alive() {
                return None;
            }
            Some(attacker.name.clone())
        }
    }
}

use game::{combat::strike, hero::Hero};

fn main() {
    let a = Hero::new("Aino", 10);
    let mut b = Hero::new("Brok", 7);
    assert_eq!(strike(&a, &mut b, 5), None);
    assert_eq!(strike(&a, &mut b, 5).as_deref(), Some("Aino"));
    assert!(!b.is_alive());
}
