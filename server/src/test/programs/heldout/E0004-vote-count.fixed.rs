use std::num::ParseIntError;

#[derive(Debug, Default, PartialEq)]
struct Tally {
    votes: u32,
    blank: u32,
    invalid: u32,
}

fn read_ballot(line: &str) -> Option<Result<u32, ParseIntError>> {
    let line = line.trim();
    if line.is_empty() { None } else { Some(line.parse()) }
}

fn tally(ballots: &[&str], candidate: u32) -> Tally {
    let mut tally = Tally::default();
    for ballot in ballots {
        match read_ballot(ballot) {
            Some(Ok(number)) if number == candidate => tally.votes += 1,
            Some(Ok(_)) => {}
            None => tally.blank += 1,
            Some(Err(_)) => tally.invalid += 1,
        }
    }
    tally
}

fn main() {
    let ballots = ["3", " ", "7", "seven", " 3", "", "-3"];
    let result = tally(&ballots, 3);
    assert_eq!(result, Tally { votes: 2, blank: 2, invalid: 2 });
    assert_eq!(tally(&ballots, 7).votes, 1);
}
