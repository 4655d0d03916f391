#[derive(Debug, Clone, Copy, PartialEq)]
enum Move {
    Step { from: u8, to: u8 },
    Capture { from: u8, to: u8, victim: char },
    Pass,
}

struct Board {
    squares: Vec<char>,
}

impl Board {
    fn plan(&self, from: u8, to: u8) -> Move {
        let victim = self.squares[to as usize];
        if from == to {
            Move::Pass
        } else if victim == ' ' {
            Move::Step { from, to }
        } else {
            Move::Capture { from, to }
        }
    }
}

fn value(m: Move) -> u32 {
    match m {
        Move::Capture { victim: 'Q', .. } => 9,
        Move::Capture { .. } => 1,
        Move::Step { .. } | Move::Pass => 0,
    }
}

fn main() {
    let board = Board { squares: vec!['K', ' ', 'Q', 'P'] };
    assert_eq!(value(board.plan(0, 2)), 9);
    assert_eq!(value(board.plan(0, 3)), 1);
    assert_eq!(board.plan(0, 1), Move::Step { from: 0, to: 1 });
    assert_eq!(board.plan(0, 0), Move::Pass);
}
