struct Match {
    home: u32,
    away: u32,
}

fn parse_score(text: &str) -> Option<Match> {
    let (home, away) = text.split_once(':')?;
    let home: u32 = home.trim().parse().ok()?;
    let away: u32 = away.trim().parse().ok()?;
    if home.max(away) > 99 {
        return None;
    }
    Some(Match { home, away })
}

fn points(m: &Match) -> (u32, u32) {
    match m.home.cmp(&m.away) {
        std::cmp::Ordering::Greater => (3, 0),
        std::cmp::Ordering::Equal => (1, 1),
        std::cmp::Ordering::Less => (0, 3),
    }
}

fn main() {
    assert_eq!(parse_score("2 : 1").map(|m| points(&m)), Some((3, 0)));
    assert_eq!(parse_score("0:0").map(|m| points(&m)), Some((1, 1)));
    assert!(parse_score("100:1").is_none());
    assert!(parse_score("x:1").is_none());
}
