fn append_prime(primes: &Vec<u32>, candidate: u32) -> bool {
    for p in primes.iter() {
        if p * p > candidate {
            break;
        }
        if candidate % p == 0 {
            return false;
        }
    }
    primes.push(candidate);
    true
}

fn primes_up_to(limit: u32) -> Vec<u32> {
    let mut primes = vec![2];
    let mut candidate = 3;
    while candidate <= limit {
        append_prime(&primes, candidate);
        candidate += 2;
    }
    primes
}

fn main() {
    assert_eq!(primes_up_to(30), [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]);
    let mut few = vec![2, 3];
    assert!(append_prime(&few, 5));
    assert!(!append_prime(&few, 9));
    few.retain(|p| *p > 2);
    assert_eq!(few, [3, 5]);
}
