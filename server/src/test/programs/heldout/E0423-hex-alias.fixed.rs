use std::collections::HashSet;
use std::ops::Add;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Axial<N>(N, N);

/// All maps of the game are small.
type Hex = Axial<i8>;

impl Add for Hex {
    type Output = Hex;

    fn add(self, other: Hex) -> Hex {
        Axial(self.0 + other.0, self.1 + other.1)
    }
}

fn neighbours(of: Hex) -> Vec<Hex> {
    [(1, 0), (1, -1), (0, -1), (-1, 0), (-1, 1), (0, 1)]
        .into_iter()
        .map(|(q, r)| of + Axial(q, r))
        .collect()
}

/// The number of fields that can be reached with at most `steps` moves.
fn reach(start: Hex, steps: u32) -> usize {
    let mut seen = HashSet::from([start]);
    for _ in 0..steps {
        let border: Vec<Hex> = seen.iter().flat_map(|hex| neighbours(*hex)).collect();
        seen.extend(border);
    }
    seen.len()
}

fn main() {
    let camp = Axial(2, -1);
    assert_eq!(neighbours(camp).len(), 6);
    assert_eq!(neighbours(camp)[0], Axial(3, -1));
    assert_eq!(reach(camp, 1), 7);
    assert_eq!(reach(camp, 2), 19);
}
