#[derive(Debug)]
struct Note {
    title: String,
    body: String,
}

#[derive(Default)]
struct Archive {
    notes: Vec<Note>,
}

impl Archive {
    fn store(&mut self, note: Note) -> usize {
        self.notes.push(note);
        self.notes.len()
    }
}

fn archive_all(notes: Vec<Note>, archive: &mut Archive) -> Vec<String> {
    let mut log = Vec::new();
    for note in notes {
        let title = note.title.clone();
        let number = archive.store(note);
        log.push(format!("{number}: {title}"));
    }
    log
}

fn main() {
    let mut archive = Archive::default();
    let notes = vec![
        Note { title: "rent".into(), body: "due on the 3rd".into() },
        Note { title: "cat".into(), body: "vet at noon".into() },
    ];
    let log = archive_all(notes, &mut archive);
    assert_eq!(log, ["1: rent", "2: cat"]);
    assert_eq!(archive.notes[1].body, "vet at noon");
}
