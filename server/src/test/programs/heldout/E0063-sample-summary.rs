#[derive(Debug, PartialEq)]
struct Summary {
    count: usize,
    mean: f64,
    min: f64,
    max: f64,
}

fn summarize(samples: &[f64]) -> Option<Summary> {
    let count = samples.len();
    if count == 0 {
        return None;
    }
    let mean = samples.iter().sum::<f64>() / count as f64;
    let mut min = samples[0];
    let mut max = samples[0];
    for s in samples {
        min = min.min(*s);
        max = max.max(*s);
    }
    Some(Summary { count, mean })
}

fn spread(summary: &Summary) -> f64 {
    summary.max - summary.min
}

fn main() {
    let s = summarize(&[2.0, 9.0, 4.0]).unwrap();
    assert_eq!(s.count, 3);
    assert_eq!(s.mean, 5.0);
    assert_eq!(spread(&s), 7.0);
    assert_eq!(summarize(&[]), None);
}
