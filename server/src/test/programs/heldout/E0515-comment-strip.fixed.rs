/// The lines of a script without comments; blank lines are left out.
fn code_lines(script: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    for line in script.lines() {
        if let Some(code) = strip_comment(line) {
            lines.push(code);
        }
    }
    lines
}

fn strip_comment(line: &str) -> Option<&str> {
    let code = match line.find('#') {
        Some(at) => &line[..at],
        None => line,
    };
    let code = code.trim();
    if code.is_empty() { None } else { Some(code) }
}

fn main() {
    let script = "# setup\nset x 1   # start value\n\n  print x\n#";
    let lines = code_lines(script);
    assert_eq!(lines, ["set x 1", "print x"]);
    assert_eq!(strip_comment("go#stop"), Some("go"));
    assert_eq!(strip_comment("   # only"), None);
}
