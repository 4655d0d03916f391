use std::borrow::Cow;

struct Hosts {
    default_domain: String,
}

impl Hosts {
    /// Names without a dot get the default domain.
    fn qualify<'h>(&self, host: &'h str) -> Cow<'h, str> {
        if host.contains('.') {
            Cow::Borrowed(host)
        } else {
            let full = format!("{host}.{}", self.default_domain);
            Cow::Owned(full)
        }
    }

    fn allocations(&self, hosts: &[&str]) -> usize {
        hosts
            .iter()
            .filter(|h| matches!(self.qualify(h), Cow::Owned(_)))
            .count()
    }
}

fn main() {
    let hosts = Hosts { default_domain: "lan".to_string() };
    assert_eq!(hosts.qualify("printer"), "printer.lan");
    assert_eq!(hosts.qualify("a.example"), "a.example");
    assert_eq!(hosts.allocations(&["nas", "b.example", "tv"]), 2);
}
