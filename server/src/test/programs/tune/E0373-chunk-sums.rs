use std::thread;

fn parallel_sum(numbers: Vec<u64>, parts: usize) -> u64 {
    let size = numbers.len().div_ceil(parts).max(1);
    let mut workers = Vec::new();
    for chunk in numbers.chunks(size) {
        let chunk = chunk.to_vec();
        workers.push(thread::spawn(|| {
            let mut sum = 0;
            for n in &chunk {
                sum += n;
            }
            sum
        }));
    }
    workers.into_iter().map(|w| w.join().unwrap()).sum()
}

fn main() {
    let numbers: Vec<u64> = (1..=100).collect();
    assert_eq!(parallel_sum(numbers.clone(), 4), 5050);
    assert_eq!(parallel_sum(numbers, 7), 5050);
    assert_eq!(parallel_sum(vec![], 2), 0);
}
