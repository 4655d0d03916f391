fn slug(title: &str) -> String {
    let mut out = String::new();
    for c in title.chars() {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    while out.ends_with('-') {
        out.pop();
    }
    out
}

fn url(site: &str, title: &str) -> String {
    format!("https://{site}/{}", slug(title))
}

fn main() {
    assert_eq!(slug("Hello, World!"), "hello-world");
    assert_eq!(slug("--"), "");
    assert_eq!(url("blog.example", "Why Ovens?"), "https://blog.example/why-ovens");
}
