/// Finds the first free seat number in a sorted list of taken seats.
fn first_gap(taken: &[u32], capacity: u32) -> Option<u32> {
    for seat in 1..=capacity {
        if !taken.contains(&seat) {
            return Some(seat);
        }
    }
    None
}

fn seat_label(seat: Option<u32>) -> String {
    match seat {
        Some(n) => format!("seat {n}"),
        None => String::from("sold out"),
    }
}

fn main() {
    let taken = vec![1, 2, 4];
    assert_eq!(first_gap(&taken, 10), Some(3));
    assert_eq!(first_gap(&[1, 2], 2), None);
    println!("{}", seat_label(first_gap(&taken, 4)));
}
