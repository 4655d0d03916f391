struct Entry {
    word: String,
    meaning: String,
}

struct Dictionary {
    entries: Vec<Entry>,
}

impl Dictionary {
    /// The entry belongs to the dictionary; the key is only compared.
    fn find<'d>(&'d self, key: &str) -> Option<&'d Entry> {
        self.entries.iter().find(|e| e.word == key)
    }
}

fn glossary(dictionary: &Dictionary, sentence: &str) -> String {
    let mut known = Vec::new();
    for raw in sentence.split(' ') {
        let key = raw.trim_end_matches(['.', ',', '!']).to_lowercase();
        if let Some(entry) = dictionary.find(&key) {
            known.push(entry);
        }
    }
    known.sort_by_key(|entry| &entry.word);
    known.iter().map(|e| format!("{}={};", e.word, e.meaning)).collect()
}

fn main() {
    let dictionary = Dictionary {
        entries: vec![
            Entry { word: "hund".into(), meaning: "dog".into() },
            Entry { word: "haus".into(), meaning: "house".into() },
        ],
    };
    assert_eq!(glossary(&dictionary, "Mein Hund, mein Haus!"), "haus=house;hund=dog;");
    assert_eq!(glossary(&dictionary, "Guten Tag."), "");
}
