/// Merges two ascending lists into one.
fn merge(left: &[i32], right: &[i32]) -> Vec<i32> {
    let mut out = Vec::with_capacity(left.len() + right.len());
    let (mut i, mut j) = (0, 0);
    loop {
        match (left.get(i), right.get(j)) {
            (Some(a), Some(b)) if a <= b => {
                out.push(*a);
                i += 1;
            }
            (Some(_), Some(b)) => {
                out.push(*b);
                j += 1;
            }
            (Some(a), None) => {
                out.push(*a);
                i += 1;
            }
            (None, Some(b)) => {
                out.push(*b);
                j += 1;
            }
            (None, None) => return out,
        }
    }
}

fn main() {
    assert_eq!(merge(&[1, 4, 9], &[2, 4, 5]), [1, 2, 4, 4, 5, 9]);
    assert_eq!(merge(&[], &[3]), [3]);
    assert_eq!(merge(&[7], &[]), [7]);
}
