#[derive(Debug, PartialEq)]
struct Variable {
    name: String,
    value: String,
}

fn parse_env(text: &str) -> Vec<Variable> {
    let mut variables = Vec::new();
    for line in text.lines() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some((name, value)) = line.split_once('=') {
            variables.push(Variable {
                name: name.trim_end().to_string(),
                value: value.trim_start().to_string(),
            });
        }
    }
    variables
}

fn main() {
    let text = "# database\n  HOST = localhost\n\nPORT=5432  \nnonsense\n";
    let variables = parse_env(text);
    assert_eq!(variables.len(), 2);
    assert_eq!(variables[0].name, "HOST");
    assert_eq!(variables[1], Variable { name: "PORT".into(), value: "5432".into() });
}
