#[derive(Debug, Clone, Copy, PartialEq)]
struct Square {
    file: char,
    rank: u8,
}

fn all_squares() -> impl Iterator<Item = Square> {
    ('a'..='h').flat_map(|file| (1..=8).map(|rank| Square { file, rank }))
}

fn knight_targets(from: Square) -> Vec<Square> {
    all_squares()
        .filter(|to| {
            let df = (to.file as u8).abs_diff(from.file as u8);
            let dr = to.rank.abs_diff(from.rank);
            df.min(dr) == 1 && df.max(dr) == 2
        })
        .collect()
}

fn main() {
    assert_eq!(all_squares().count(), 64);
    let corner = knight_targets(Square { file: 'a', rank: 1 });
    assert_eq!(corner, [Square { file: 'b', rank: 3 }, Square { file: 'c', rank: 2 }]);
    assert_eq!(knight_targets(Square { file: 'd', rank: 4 }).len(), 8);
}
