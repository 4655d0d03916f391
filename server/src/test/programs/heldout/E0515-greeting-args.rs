struct Options<'a> {
    names: Vec<&'a str>,
    loud: bool,
}

fn parse<'a>(line: &str) -> Options<'a> {
    let words: Vec<String> = line.split(' ').map(|w| w.to_string()).collect();
    let names = words.iter().map(|w| w.as_str()).filter(|w| !w.starts_with("--")).collect();
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
