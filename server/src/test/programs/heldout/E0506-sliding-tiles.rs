#[derive(Debug, Clone, PartialEq)]
struct Puzzle {
    // 0 is the hole
    tiles: [u8; 9],
    moved: Vec<u8>,
}

impl Puzzle {
    fn hole(&self) -> usize {
        self.tiles.iter().position(|t| *t == 0).expect("there is a hole")
    }

    /// Slides the tile at `from` into the hole next to it.
    fn slide(&mut self, from: usize) -> bool {
        let hole = self.hole();
        let (row, col) = (from / 3, from % 3);
        let distance = row.abs_diff(hole / 3) + col.abs_diff(hole % 3);
        if distance != 1 {
            return false;
        }
        let tile = &self.tiles[from];
        self.tiles[from] = 0;
        self.tiles[hole] = *tile;
        self.moved.push(*tile);
        true
    }
}

fn main() {
    let mut puzzle = Puzzle { tiles: [1, 2, 3, 4, 5, 6, 7, 0, 8], moved: vec![] };
    assert!(!puzzle.slide(0));
    assert!(puzzle.slide(8));
    assert_eq!(puzzle.tiles, [1, 2, 3, 4, 5, 6, 7, 8, 0]);
    assert!(puzzle.slide(5));
    assert_eq!(puzzle.moved, [8, 6]);
}
