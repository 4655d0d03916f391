fn median(delays: &mut Vec<f64>) -> f64 {
    delays.sort_by(|a, b| a.total_cmp(b));
    let middle = delays.len() / 2;
    if delays.len() % 2 == 1 {
        delays[middle]
    } else {
        (delays[middle - 1] + delays[middle]) / 2.0;
    }
}

fn punctual(delays: &[f64], limit: f64) -> usize {
    delays.iter().filter(|d| **d <= limit).count()
}

fn main() {
    let mut trains = vec![4.0, 0.5, 12.0];
    assert_eq!(median(&mut trains), 4.0);
    trains.push(5.0);
    assert_eq!(median(&mut trains), 4.5);
    assert_eq!(punctual(&trains, 5.0), 3);
}
