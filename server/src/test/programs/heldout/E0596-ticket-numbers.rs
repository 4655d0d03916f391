fn number_tickets(names: &[&str], vip: &[&str]) -> Vec<String> {
    let mut next_normal = 100;
    let mut next_vip = 1;

    let take_normal = || {
        next_normal += 1;
        next_normal
    };
    let take_vip = || {
        next_vip += 1;
        next_vip
    };

    let mut tickets = Vec::new();
    for name in names {
        let number = if vip.contains(name) { take_vip() } else { take_normal() };
        tickets.push(format!("{number:03} {name}"));
    }
    tickets
}

fn main() {
    let tickets = number_tickets(&["Ada", "Bob", "Cem", "Dee"], &["Cem", "Bob"]);
    assert_eq!(tickets, ["101 Ada", "002 Bob", "003 Cem", "102 Dee"]);
    assert!(number_tickets(&[], &["Ada"]).is_empty());
}
