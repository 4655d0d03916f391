#[derive(Debug, PartialEq)]
struct Seat {
    hall: String,
    row: char,
    number: u32,
}

fn seats(hall: &str, rows: std::ops::RangeInclusive<char>, per_row: u32) -> Vec<Seat> {
    let hall = hall.trim().to_uppercase();
    let mut all = Vec::new();
    for row in rows {
        all.extend((1..=per_row).map(|number| Seat { hall: hall.clone(), row, number }));
    }
    all
}

fn label(seat: &Seat) -> String {
    format!("{}-{}{}", seat.hall, seat.row, seat.number)
}

fn main() {
    let all = seats(" rex ", 'A'..='C', 4);
    assert_eq!(all.len(), 12);
    assert_eq!(label(&all[0]), "REX-A1");
    assert_eq!(all[5], Seat { hall: "REX".into(), row: 'B', number: 2 });
    assert!(seats("x", 'A'..='A', 0).is_empty());
}
