use std::num::{ParseFloatError, ParseIntError};

#[derive(Debug, PartialEq)]
enum RuleError {
    Shape,
    Port(ParseIntError),
    Weight(ParseFloatError),
}

impl From<ParseIntError> for RuleError {
    fn from(e: ParseIntError) -> Self {
        RuleError::Port(e)
    }
}

#[derive(Debug, PartialEq)]
struct Rule {
    port: u16,
    weight: f32,
    backup: f32,
}

fn parse_rule(text: &str) -> Result<Rule, RuleError> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [port, weight, backup] = words[..] else {
        return Err(RuleError::Shape);
    };
    Ok(Rule { port: port.parse()?, weight: weight.parse()?, backup: backup.parse()? })
}

fn main() {
    let rule = parse_rule("443 0.5 1").unwrap();
    assert_eq!(rule, Rule { port: 443, weight: 0.5, backup: 1.0 });
    assert_eq!(parse_rule("443 0.5"), Err(RuleError::Shape));
    assert!(matches!(parse_rule("99999 1 1"), Err(RuleError::Port(_))));
    assert!(matches!(parse_rule("1 a 1"), Err(RuleError::Weight(_))));
}
