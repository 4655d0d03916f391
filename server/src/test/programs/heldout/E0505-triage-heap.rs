use std::collections::BinaryHeap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Case {
    severity: u8,
    ticket: u32,
}

/// The most severe case and all cases from mild to severe.
fn close_shift(waiting: BinaryHeap<Case>) -> (Option<Case>, Vec<Case>) {
    let worst = waiting.peek();
    let all = waiting.into_sorted_vec();
    (worst.copied(), all)
}

fn report(cases: &[(u8, u32)]) -> String {
    let heap = cases.iter().map(|&(severity, ticket)| Case { severity, ticket }).collect();
    match close_shift(heap) {
        (Some(worst), all) => format!("{} cases, next is {}", all.len(), worst.ticket),
        (None, _) => "nobody waiting".to_string(),
    }
}

fn main() {
    assert_eq!(report(&[(2, 71), (5, 12), (3, 90)]), "3 cases, next is 12");
    assert_eq!(report(&[]), "nobody waiting");
}
