use std::path::{Path, PathBuf};

struct Backup {
    folder: PathBuf,
    generation: u32,
}

impl Backup {
    fn target(&self, source: &str) -> Option<String> {
        let suffix = format!("bak{}", self.generation);
        let name = Path::new(source).with_extension(suffix).file_name()?;
        let full = self.folder.join(name);
        full.to_str().map(String::from)
    }

    fn next(self) -> Backup {
        Backup { generation: self.generation + 1, ..self }
    }
}

fn main() {
    let backup = Backup { folder: PathBuf::from("vault"), generation: 1 };
    assert_eq!(backup.target("notes/today.txt").as_deref(), Some("vault/today.bak1"));
    let backup = backup.next();
    assert_eq!(backup.target("a.b.c").as_deref(), Some("vault/a.b.bak2"));
    assert_eq!(backup.target("/"), None);
}
