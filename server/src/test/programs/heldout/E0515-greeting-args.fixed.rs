struct Options<'a> {
    names: Vec<&'a str>,
    loud: bool,
}

fn parse<'a>(line: &'a str) -> Options<'a> {
    let words: Vec<&'a str> = line.split(' ').collect();
    let names = words.into_iter().filter(|w| !w.starts_with("--")).collect();
    let loud = line.split(' ').any(|w| w == "--loud");
    Options { names, loud }
}

fn greet(options: &Options) -> String {
    let text = format!("hello {}", options.names.join(" and "));
    if options.loud { text.to_uppercase() } else { text }
}

fn main() {
    assert_eq!(greet(&parse("Nia --loud Otto")), "HELLO NIA AND OTTO");
    assert_eq!(greet(&parse("Pam")), "hello Pam");
    assert_eq!(parse("--x a b").names, ["a", "b"]);
}
