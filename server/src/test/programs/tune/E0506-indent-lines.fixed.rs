struct Outline {
    out: String,
    indent: usize,
}

fn render(lines: &[&str]) -> Outline {
    let mut out = String::new();
    let mut indent = 0;
    let mut emit = |text: &str, indent: usize| {
        out.push_str(&"  ".repeat(indent));
        out.push_str(text);
        out.push('\n');
    };
    for line in lines {
        match *line {
            "{" => indent += 1,
            "}" => indent -= 1,
            text => emit(text, indent),
        }
    }
    Outline { out, indent }
}

fn main() {
    let outline = render(&["root", "{", "child", "{", "leaf", "}", "sibling", "}"]);
    assert_eq!(outline.out, "root\n  child\n    leaf\n  sibling\n");
    assert_eq!(outline.indent, 0);
}
