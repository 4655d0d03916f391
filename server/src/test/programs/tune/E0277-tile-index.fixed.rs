#[derive(Clone, Copy, PartialEq, Debug)]
struct Pos {
    row: usize,
    col: usize,
}

struct Board {
    cells: Vec<Vec<char>>,
}

impl Board {
    fn new(width: usize, height: usize) -> Self {
        Board { cells: vec![vec!['.'; width]; height] }
    }

    fn place(&mut self, at: Pos, piece: char) {
        self.cells[at.row][at.col] = piece;
    }

    fn at(&self, at: Pos) -> char {
        self.cells[at.row][at.col]
    }

    fn row_count(&self, at: Pos, piece: char) -> usize {
        self.cells[at.row].iter().filter(|c| **c == piece).count()
    }
}

fn main() {
    let mut board = Board::new(3, 3);
    board.place(Pos { row: 1, col: 0 }, 'x');
    board.place(Pos { row: 1, col: 2 }, 'x');
    assert_eq!(board.at(Pos { row: 1, col: 2 }), 'x');
    assert_eq!(board.row_count(Pos { row: 1, col: 1 }, 'x'), 2);
}
