use std::iter::Peekable;
use std::str::Chars;

struct Lexer {
    chars: Peekable<Chars>,
    line: u32,
}

impl Lexer {
    fn new(source: &str) -> Lexer {
        Lexer { chars: source.chars().peekable(), line: 1 }
    }

    fn word(&mut self) -> Option<String> {
        while let Some(c) = self.chars.next_if(|c| c.is_whitespace() || *c == '=') {
            if c == '\n' {
                self.line += 1;
            }
        }
        let mut word = String::new();
        while let Some(c) = self.chars.next_if(|c| !c.is_whitespace() && *c != '=') {
            word.push(c);
        }
        if word.is_empty() { None } else { Some(word) }
    }
}

fn main() {
    let source = String::from("port = 80\n\nname=web");
    let mut lexer = Lexer::new(&source);
    let mut words = Vec::new();
    while let Some(word) = lexer.word() {
        words.push((lexer.line, word));
    }
    assert_eq!(words[1], (1, "80".to_string()));
    assert_eq!(words[3], (3, "web".to_string()));
    assert_eq!(words.len(), 4);
}
