use std::sync::Arc;
use std::thread::{self, Mutex};

fn count_primes(range: std::ops::Range<u32>) -> u32 {
    range
        .filter(|n| *n > 1 && (2..*n).take_while(|d| d * d <= *n).all(|d| n % d != 0))
        .count() as u32
}

fn main() {
    let found = Arc::new(Mutex::new(0));
    let mut handles = Vec::new();
    for part in 0..4 {
        let found = Arc::clone(&found);
        handles.push(thread::spawn(move || {
            let n = count_primes(part * 25..(part + 1) * 25);
            *found.lock().unwrap() += n;
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    assert_eq!(*found.lock().unwrap(), 25);
}
