struct Pager {
    lines: Vec<String>,
    first: usize,
    height: usize,
}

impl Pager {
    fn visible(&self) -> &[String] {
        let end = (self.first + self.height).min(self.lines.len());
        &self.lines[self.first..end]
    }

    /// Shows the next page and returns how many lines overlap the old one.
    fn page_down(&mut self) -> usize {
        let before = self.visible();
        let last = self.lines.len().saturating_sub(self.height);
        self.first = (self.first + self.height).min(last);
        let after = self.visible();
        before.iter().filter(|line| after.contains(line)).count()
    }
}

fn main() {
    let lines: Vec<String> = (1..=7).map(|n| format!("line {n}")).collect();
    let mut pager = Pager { lines, first: 0, height: 4 };
    assert_eq!(pager.page_down(), 1);
    assert_eq!(pager.visible()[0], "line 4");
    assert_eq!(pager.page_down(), 4);
}
