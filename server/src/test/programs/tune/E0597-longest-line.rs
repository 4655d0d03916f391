use std::io::{BufRead, Cursor};

fn longest_line(input: impl BufRead) -> String {
    let mut longest = "";
    for line in input.lines() {
        let line = line.expect("readable input");
        let trimmed = line.trim();
        if trimmed.chars().count() > longest.chars().count() {
            longest = trimmed;
        }
    }
    longest.to_string()
}

fn main() {
    let text = "one\n  three words here  \ntwo\n";
    assert_eq!(longest_line(Cursor::new(text)), "three words here");
    assert_eq!(longest_line(Cursor::new("")), "");
    println!("{}", longest_line(Cursor::new("a\nbb")));
}
