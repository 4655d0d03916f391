struct Command<'a> {
    program: &'a str,
    args: Vec<&'a str>,
}

impl Command<'_> {
    fn line(&self) -> String {
        let mut line = self.program.to_string();
        for arg in &self.args {
            line.push(' ');
            line.push_str(arg);
        }
        line
    }
}

fn build(level: u8, files: &[String]) -> String {
    let mut command = Command { program: "pack", args: vec!["--quiet"] };
    if level > 0 {
        command.args.push(&format!("-{level}"));
    }
    for file in files {
        command.args.push(file);
    }
    command.line()
}

fn main() {
    let files = vec!["a.txt".to_string(), "b.txt".to_string()];
    assert_eq!(build(9, &files), "pack --quiet -9 a.txt b.txt");
    assert_eq!(build(0, &files[..1]), "pack --quiet a.txt");
}
