/// Joins wrapped lines; an empty line ends a paragraph.
fn paragraphs(text: &str) -> Vec<String> {
    let mut done = Vec::new();
    let mut current = String::new();
    for line in text.lines() {
        if line.trim().is_empty() {
            if !current.is_empty() {
                done.push(std::mem::take(&mut current));
            }
            continue;
        }
        if !current.is_empty() {
            current.push(' ');
        }
        current.push_str(line.trim());
    }
    if !current.is_empty() {
        done.push(current);
    }
    done
}

fn main() {
    let text = "It was\n  late.\n\n\nNobody\ncame.\n";
    assert_eq!(paragraphs(text), ["It was late.", "Nobody came."]);
    assert!(paragraphs("\n \n").is_empty());
}
