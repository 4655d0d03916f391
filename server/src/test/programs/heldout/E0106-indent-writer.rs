use std::fmt::Write;

/// Appends to a caller's buffer.
struct Indenter {
    out: &mut String,
    depth: usize,
}

impl Indenter {
    fn open(&mut self, tag: &str) {
        self.line(&format!("<{tag}>"));
        self.depth += 1;
    }

    fn close(&mut self, tag: &str) {
        self.depth -= 1;
        self.line(&format!("</{tag}>"));
    }

    fn line(&mut self, text: &str) {
        let pad = self.depth * 2;
        writeln!(self.out, "{:pad$}{text}", "").unwrap();
    }
}

fn main() {
    let mut buffer = String::from("<!-- menu -->\n");
    let mut indenter = Indenter { out: &mut buffer, depth: 0 };
    indenter.open("ul");
    indenter.open("li");
    indenter.line("soup");
    indenter.close("li");
    indenter.close("ul");
    assert_eq!(
        buffer,
        "<!-- menu -->\n<ul>\n  <li>\n    soup\n  </li>\n</ul>\n"
    );
}
