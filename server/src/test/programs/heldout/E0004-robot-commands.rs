#[derive(Debug, PartialEq)]
enum Command {
    Forward(u32),
    Turn(i32),
    Halt,
    Unknown(String),
}

fn parse(line: &str) -> Command {
    let mut words = line.split_whitespace();
    let verb = words.next().unwrap_or("");
    let number = words.next().and_then(|w| w.parse().ok()).unwrap_or(1);
    match verb {
        "go" => Command::Forward(number),
        "left" => Command::Turn(-90),
        "right" => Command::Turn(90),
        "halt" => Command::Halt,
    }
}

fn distance(script: &str) -> Result<u32, String> {
    let mut sum = 0;
    for line in script.lines() {
        match parse(line) {
            Command::Forward(n) => sum += n,
            Command::Turn(_) => {}
            Command::Halt => break,
            Command::Unknown(verb) => return Err(verb),
        }
    }
    Ok(sum)
}

fn main() {
    assert_eq!(distance("go 3\nleft\ngo\nhalt\ngo 9"), Ok(4));
    assert_eq!(distance("go 2\nfly 1"), Err("fly".to_string()));
    assert_eq!(parse("right"), Command::Turn(90));
}
