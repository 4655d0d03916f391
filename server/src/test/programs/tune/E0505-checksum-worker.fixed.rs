use std::thread;

fn checksum(block: &[u8]) -> u32 {
    block.iter().fold(1u32, |acc, b| acc.wrapping_mul(31).wrapping_add(*b as u32))
}

struct Outcome {
    header: Vec<u8>,
    sum: u32,
}

/// The header is kept for the report while a worker sums the whole block.
fn process(block: Vec<u8>) -> Outcome {
    let header = block[..4].to_vec();
    let worker = thread::spawn(move || checksum(&block));
    let sum = worker.join().expect("worker finished");
    Outcome { header, sum }
}

fn main() {
    let outcome = process(vec![1, 2, 3, 4, 5]);
    assert_eq!(outcome.header, [1, 2, 3, 4]);
    assert_eq!(outcome.sum, checksum(&[1, 2, 3, 4, 5]));
    assert_eq!(checksum(&[]), 1);
}
