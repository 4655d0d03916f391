#[derive(Debug, PartialEq, Clone, Copy)]
enum Token {
    Number(i64),
    Plus,
    Times,
}

mod lexer {
    pub fn scan(src: &str) -> Vec<super::Token> {
        src.split(' ')
            .filter(|word| !word.is_empty())
            .map(|word| match word {
                "+" => Token::Plus,
                "*" => Token::Times,
                digits => Token::Number(digits.parse().unwrap_or(0)),
            })
            .collect()
    }
}

fn eval(tokens: &[Token]) -> i64 {
    // sums of products
    let mut total = 0;
    let mut product = 1;
    for token in tokens {
        match *token {
            Token::Number(n) => product *= n,
            Token::Times => {}
            Token::Plus => {
                total += product;
                product = 1;
            }
        }
    }
    total + product
}

fn main() {
    let tokens = lexer::scan("2 * 3 + 4");
    assert_eq!(tokens.len(), 5);
    assert_eq!(tokens[1], Token::Times);
    assert_eq!(eval(&tokens), 10);
}
