/// Builds Pascal's triangle, every row derived from the one before.
fn triangle(rows: usize) -> Vec<Vec<u64>> {
    let mut out: Vec<Vec<u64>> = vec![vec![1]];
    while out.len() < rows {
        let last = out.last().unwrap();
        out.push(vec![1]);
        let row = out.last_mut().unwrap();
        for pair in last.windows(2) {
            row.push(pair[0] + pair[1]);
        }
        row.push(1);
    }
    out
}

fn main() {
    let t = triangle(5);
    assert_eq!(t[2], [1, 2, 1]);
    assert_eq!(t[4], [1, 4, 6, 4, 1]);
    assert_eq!(t.len(), 5);
    for row in &t {
        println!("{row:?}");
    }
}
