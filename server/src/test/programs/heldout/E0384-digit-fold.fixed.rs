/// Check digit of a card number: every second digit from the right is doubled.
fn luhn_sum(digits: &str) -> Option<u32> {
    digits
        .chars()
        .rev()
        .filter(|c| *c != ' ')
        .enumerate()
        .try_fold(0, |mut sum, (place, c)| {
            let digit = c.to_digit(10)?;
            if place % 2 == 1 {
                sum += digit * 2 / 10 + digit * 2 % 10;
            } else {
                sum += digit;
            }
            Some(sum)
        })
}

fn is_valid(digits: &str) -> bool {
    matches!(luhn_sum(digits), Some(sum) if sum % 10 == 0)
}

fn main() {
    assert_eq!(luhn_sum("18"), Some(10));
    assert!(is_valid("4539 1488 0343 6467"));
    assert!(!is_valid("4539 1488 0343 6468"));
    assert_eq!(luhn_sum("12a"), None);
}
