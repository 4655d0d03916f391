#[derive(Debug)]
struct Animal {
    name: String,
    // strays come in without a chip, hence the Option
    chip: Option<u64>,
}

fn from_owner(name: &str, chip: u64) -> Animal {
    Animal { name: name.to_string(), chip: Some(chip) }
}

fn stray(name: &str) -> Animal {
    Animal { name: name.to_string(), chip: None }
}

fn rechip(animal: &mut Animal, chip: u64) {
    animal.chip = Some(chip);
}

fn find(shelter: &[Animal], chip: u64) -> Option<&Animal> {
    shelter.iter().find(|a| a.chip == Some(chip))
}

fn main() {
    let mut shelter = vec![from_owner("Minka", 9001), stray("Rex")];
    assert!(shelter[1].chip.is_none());
    rechip(&mut shelter[1], 9002);
    assert_eq!(find(&shelter, 9002).unwrap().name, "Rex");
    assert_eq!(find(&shelter, 9001).unwrap().name, "Minka");
    assert!(find(&shelter, 1).is_none());
}
