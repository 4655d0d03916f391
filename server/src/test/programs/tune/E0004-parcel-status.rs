#[derive(Debug, Clone, PartialEq)]
enum Status {
    Packed,
    Shipped { days: u8 },
    Delivered,
    // the warehouse can report losses since March
    Lost,
}

fn is_final(status: &Status) -> bool {
    matches!(status, Status::Delivered | Status::Lost)
}

fn label(status: &Status) -> String {
    match status {
        Status::Packed => "packed".to_string(),
        Status::Shipped { days } => format!("on its way for {days} days"),
        Status::Delivered => "delivered".to_string(),
    }
}

fn main() {
    let history = [Status::Packed, Status::Shipped { days: 2 }, Status::Lost];
    let text: Vec<String> = history.iter().map(label).collect();
    assert_eq!(text, ["packed", "on its way for 2 days", "lost"]);
    assert!(is_final(&history[2]) && !is_final(&history[0]));
    assert_eq!(label(&Status::Delivered), "delivered");
}
