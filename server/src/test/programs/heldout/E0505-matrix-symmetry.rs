#[derive(Debug, Clone, PartialEq)]
struct Matrix {
    rows: Vec<Vec<i32>>,
}

fn transposed(m: Matrix) -> Matrix {
    let width = m.rows.first().map_or(0, |r| r.len());
    let rows = (0..width)
        .map(|c| m.rows.iter().map(|row| row[c]).collect())
        .collect();
    Matrix { rows }
}

/// Numbers of the rows that also appear as the column of the same number.
fn mirrored_rows(m: Matrix) -> Vec<usize> {
    let rows = &m.rows;
    let flipped = transposed(m);
    let mut same = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        if flipped.rows.get(i) == Some(row) {
            same.push(i);
        }
    }
    same
}

fn main() {
    let m = Matrix { rows: vec![vec![1, 2, 3], vec![2, 5, 6], vec![3, 0, 9]] };
    assert_eq!(mirrored_rows(m.clone()), [0]);
    let wide = Matrix { rows: vec![vec![1, 2]] };
    assert!(mirrored_rows(wide).is_empty());
    assert_eq!(m.rows[2][2], 9);
}
