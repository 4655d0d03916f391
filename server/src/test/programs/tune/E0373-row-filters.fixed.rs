struct Row {
    city: &'static str,
    people: u32,
}

type Filter = Box<dyn Fn(&Row) -> bool>;

fn larger_than(limit: u32) -> Filter {
    Box::new(move |row| row.people > limit)
}

fn starts_with(letter: char) -> Filter {
    Box::new(move |row| row.city.starts_with(letter))
}

fn select(rows: &[Row], filters: &[Filter]) -> Vec<&'static str> {
    rows.iter()
        .filter(|row| filters.iter().all(|f| f(row)))
        .map(|row| row.city)
        .collect()
}

fn main() {
    let rows = [
        Row { city: "Bergen", people: 290_000 },
        Row { city: "Bodo", people: 54_000 },
        Row { city: "Oslo", people: 710_000 },
    ];
    assert_eq!(select(&rows, &[larger_than(100_000)]), ["Bergen", "Oslo"]);
    assert_eq!(select(&rows, &[starts_with('B'), larger_than(60_000)]), ["Bergen"]);
}
