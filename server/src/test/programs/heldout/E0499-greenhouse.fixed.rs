struct Plant {
    name: String,
    water: i32,
}

#[derive(Default)]
struct Greenhouse {
    plants: Vec<Plant>,
    diary: Vec<String>,
}

impl Greenhouse {
    fn note(&mut self, line: String) {
        self.diary.push(line);
    }

    fn add(&mut self, name: &str, water: i32) {
        self.note(format!("{name} moved in"));
        self.plants.push(Plant { name: name.to_string(), water });
    }

    fn hot_day(&mut self) {
        for plant in self.plants.iter_mut() {
            plant.water -= 3;
            if plant.water < 0 {
                plant.water = 5;
                self.diary.push(format!("watered {}", plant.name));
            }
        }
    }
}

fn main() {
    let mut house = Greenhouse::default();
    house.add("fern", 2);
    house.add("cactus", 30);
    house.hot_day();
    house.hot_day();
    assert_eq!(house.diary, ["fern moved in", "cactus moved in", "watered fern"]);
    assert_eq!(house.plants[0].water, 2);
    assert_eq!(house.plants[1].water, 24);
}
