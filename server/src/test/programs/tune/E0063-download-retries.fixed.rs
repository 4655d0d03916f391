#[derive(Debug)]
struct Download {
    url: String,
    bytes: u64,
    /// Failed attempts up to now; a fresh download has none.
    failures: u32,
}

impl Download {
    fn new(url: &str) -> Self {
        Download { url: url.to_string(), bytes: 0, failures: 0 }
    }

    fn resume(url: &str, bytes: u64) -> Self {
        Download { url: url.to_string(), bytes, failures: 0 }
    }

    fn failed(&mut self) -> bool {
        self.failures += 1;
        self.failures < 3
    }
}

fn main() {
    let mut fresh = Download::new("ftp://mirror/a.iso");
    assert!(fresh.failed());
    assert!(fresh.failed());
    assert!(!fresh.failed());
    let resumed = Download::resume("ftp://mirror/b.iso", 4096);
    assert_eq!((resumed.bytes, resumed.failures), (4096, 0));
    assert_eq!(fresh.url, "ftp://mirror/a.iso");
    assert_eq!(fresh.bytes, 0);
}
