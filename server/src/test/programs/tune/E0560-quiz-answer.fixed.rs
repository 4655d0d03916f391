#[derive(Debug, Clone, PartialEq)]
struct Question {
    prompt: String,
    choices: Vec<String>,
    correct: usize,
}

fn parse_question(block: &str) -> Option<Question> {
    let mut lines = block.lines();
    let prompt = lines.next()?.to_string();
    let mut choices = Vec::new();
    let mut correct = None;
    for (i, line) in lines.enumerate() {
        if let Some(marked) = line.strip_prefix('*') {
            correct = Some(i);
            choices.push(marked.to_string());
        } else {
            choices.push(line.to_string());
        }
    }
    Some(Question { prompt, choices, correct: correct? })
}

fn main() {
    let q = parse_question("2+2?\n3\n*4\n5").unwrap();
    assert_eq!(q.choices[q.correct], "4");
    assert_eq!(q.choices.len(), 3);
    assert_eq!(parse_question("no mark?\nyes\nno"), None);
}
