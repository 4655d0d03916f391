struct Party {
    host: String,
    guests: Vec<String>,
}

fn door_report(party: &Party, arrivals: &[&str]) -> String {
    let invited: Vec<String> = party.guests.iter().map(|g| g.to_lowercase()).collect();
    let is_invited = |name: &&&str| invited.contains(&name.to_lowercase());
    let inside = arrivals.iter().filter(is_invited).count();
    let missing = invited.len() - inside;
    format!(
        "{}'s party: {} in, {} turned away, {} missing",
        party.host,
        inside,
        arrivals.len() - inside,
        missing
    )
}

fn main() {
    let party = Party {
        host: "Uma".to_string(),
        guests: vec!["Ari".to_string(), "Bo".to_string(), "Cy".to_string()],
    };
    let report = door_report(&party, &["BO", "ari", "Zed"]);
    assert_eq!(report, "Uma's party: 2 in, 1 turned away, 1 missing");
}
