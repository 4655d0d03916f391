trait Cipher {
    /// The lower-case name of the type, used in the file header.
    const NAME: &'static str;

    fn apply(&self, text: &str) -> String;
}

struct Caesar(u8);
struct Reverse;

impl Cipher for Caesar {
    const NAME: &'static str = "caesar";

    fn apply(&self, text: &str) -> String {
        text.bytes()
            .map(|b| match b {
                b'a'..=b'z' => ((b - b'a' + self.0) % 26 + b'a') as char,
                _ => b as char,
            })
            .collect()
    }
}

impl Cipher for Reverse {
    const NAME: &'static str = "reverse";

    fn apply(&self, text: &str) -> String {
        text.chars().rev().collect()
    }
}

fn seal<C: Cipher>(cipher: &C, text: &str) -> String {
    format!("[{}] {}", C::NAME, cipher.apply(text))
}

fn main() {
    assert_eq!(seal(&Caesar(3), "xyz!"), "[caesar] abc!");
    assert_eq!(seal(&Reverse, "drab"), "[reverse] bard");
}
