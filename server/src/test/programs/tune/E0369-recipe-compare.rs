#[derive(Debug, Clone)]
struct Ingredient {
    name: String,
    grams: u32,
}

fn scale(list: &[Ingredient], factor: u32) -> Vec<Ingredient> {
    list.iter()
        .map(|i| Ingredient { name: i.name.clone(), grams: i.grams * factor })
        .collect()
}

fn shared<'a>(a: &'a [Ingredient], b: &[Ingredient]) -> Vec<&'a Ingredient> {
    a.iter().filter(|x| b.iter().any(|y| *x == y)).collect()
}

fn main() {
    let flour = Ingredient { name: "flour".into(), grams: 250 };
    let sugar = Ingredient { name: "sugar".into(), grams: 100 };
    let cake = vec![flour.clone(), sugar.clone()];
    let bread = vec![flour.clone()];
    assert_eq!(shared(&cake, &bread), [&flour]);
    assert!(scale(&bread, 2)[0] != flour);
    assert_eq!(scale(&cake, 3)[1].grams, 300);
}
