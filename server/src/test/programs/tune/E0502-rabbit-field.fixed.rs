#[derive(Clone, Debug)]
struct Rabbit {
    age: u32,
}

fn step(field: &mut Vec<Rabbit>) {
    for rabbit in field.iter_mut() {
        rabbit.age += 1;
    }
    let births = field.iter().filter(|rabbit| rabbit.age >= 2).count();
    for _ in 0..births {
        field.push(Rabbit { age: 0 });
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
