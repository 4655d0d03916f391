mod stats {
    pub fn mean(values: &[f64]) -> f64 {
        values.iter().sum::<f64>() / values.len() as f64
    }

    pub fn deviation(values: &[f64]) -> f64 {
        let m = mean(values);
        let squares: Vec<f64> = values.iter().map(|v| (v - m) * (v - m)).collect();
        mean(&squares).sqrt()
    }
}

/// Values further from the mean than two deviations.
fn outliers(values: &[f64]) -> Vec<f64> {
    let mean = stats.mean(values);
    let limit = 2.0 * stats.deviation(values);
    let mut found = Vec::new();
    for v in values {
        if (v - mean).abs() > limit {
            found.push(*v);
        }
    }
    found
}

fn main() {
    let values = [5.0, 5.0, 6.0, 5.0, 4.0, 5.0, 5.0, 25.0];
    assert_eq!(outliers(&values), [25.0]);
    assert!(outliers(&[1.0, 2.0]).is_empty());
    assert_eq!(stats.mean(&values[..4]), 5.25);
}
