struct ReportSettings {
    width: usize,
    title: String,
    bullet: char,
    uppercase: bool,
}

fn render(settings: &ReportSettings, items: &[&str]) -> String {
    let mut out = String::new();
    out.push_str(&format!("{:^1$}\n", opts.title, opts.width));
    out.push_str(&"=".repeat(opts.width));
    out.push('\n');
    for item in items {
        let shown = if opts.uppercase { item.to_uppercase() } else { item.to_string() };
        out.push_str(&format!("{} {}\n", opts.bullet, shown));
    }
    out
}

fn main() {
    let opts = ReportSettings {
        width: 8,
        title: "Todo".into(),
        bullet: '*',
        uppercase: true,
    };
    let text = render(&opts, &["rest", "sleep"]);
    assert_eq!(text, "  Todo  \n========\n* REST\n* SLEEP\n");
}
