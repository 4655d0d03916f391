#[derive(Default)]
struct Page {
    sections: Vec<(String, String)>,
}

impl Page {
    fn section(&mut self, name: &str) -> &mut String {
        let at = match self.sections.iter().position(|(n, _)| n == name) {
            Some(at) => at,
            None => {
                self.sections.push((name.to_string(), String::new()));
                self.sections.len() - 1
            }
        };
        &mut self.sections[at].1
    }
}

fn stamp(page: &mut Page, author: &str, year: u32) {
    let header = page.section("header");
    let footer = page.section("footer");
    header.push_str("by ");
    header.push_str(author);
    footer.push_str(&format!("(c) {year}"));
}

fn main() {
    let mut page = Page::default();
    page.section("body").push_str("hello");
    stamp(&mut page, "Lin", 2021);
    assert_eq!(page.section("header"), "by Lin");
    assert_eq!(page.section("footer"), "(c) 2021");
    assert_eq!(page.sections[0], ("body".to_string(), "hello".to_string()));
}
