fn grade(points: u8) -> Option<char> {
    // points above 100 are a typing error and have no grade
    match points {
        0..=49 => Some('F'),
        50..=64 => Some('D'),
        65..=79 => Some('C'),
        80..=89 => Some('B'),
        90..=100 => Some('A'),
    }
}

fn histogram(points: &[u8]) -> Vec<(char, usize)> {
    let grades: Vec<char> = points.iter().filter_map(|p| grade(*p)).collect();
    ['A', 'B', 'C', 'D', 'F']
        .into_iter()
        .map(|letter| (letter, grades.iter().filter(|g| **g == letter).count()))
        .filter(|(_, n)| *n > 0)
        .collect()
}

fn main() {
    let result = histogram(&[100, 91, 64, 12, 80, 200]);
    assert_eq!(result, [('A', 2), ('B', 1), ('D', 1), ('F', 1)]);
    assert_eq!(grade(65), Some('C'));
    assert_eq!(grade(101), None);
}
