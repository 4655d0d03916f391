/// Adds one to the given counter when the condition holds.
macro_rules! count_if {
    ($counter:ident, $condition:expr) => {
        if $condition {
            $counter += 1;
        }
    };
}

fn runs(coins: &str) -> u32 {
    let mut counter = 0;
    let mut previous = ' ';
    for coin in coins.chars() {
        count_if!(counter, coin != previous);
        previous = coin;
    }
    counter
}

fn heads(coins: &str) -> u32 {
    let mut counter = 0;
    for coin in coins.chars() {
        count_if!(counter, coin == 'H');
    }
    counter
}

fn main() {
    assert_eq!(runs("HHTTTH"), 3);
    assert_eq!(runs(""), 0);
    assert_eq!(heads("HHTTTH"), 3);
}
