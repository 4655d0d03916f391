#[derive(Clone, Debug)]
struct Rabbit {
    age: u32,
}

fn step(field: &mut Vec<Rabbit>) {
    for rabbit in field.iter_mut() {
        rabbit.age += 1;
    }
    for rabbit in field.iter() {
        if rabbit.age >= 2 {
            field.push(Rabbit { age: 0 });
        }
    }
}

fn main() {
    let mut field = vec![Rabbit { age: 1 }, Rabbit { age: 0 }];
    let sizes: Vec<usize> = (0..3)
        .map(|_| {
            step(&mut field);
            field.len()
        })
        .collect();
    assert_eq!(sizes, [3, 5, 8]);
}
