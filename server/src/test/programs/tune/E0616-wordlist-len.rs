mod words {
    use std::collections::BTreeSet;

    #[derive(Default)]
    pub struct WordList {
        inner: BTreeSet<String>,
    }

    impl WordList {
        pub fn learn(&mut self, text: &str) {
            self.inner.extend(text.split_whitespace().map(str::to_lowercase));
        }

        pub fn iter(&self) -> impl Iterator<Item = &str> {
            self.inner.iter().map(String::as_str)
        }
    }
}

use words::WordList;

fn rhymes<'w>(list: &'w WordList, ending: &str) -> Vec<&'w str> {
    let mut found = Vec::new();
    for word in &list.inner {
        if word.ends_with(ending) {
            found.push(word.as_str());
        }
    }
    found
}

fn main() {
    let mut list = WordList::default();
    list.learn("The cat sat on a flat hat");
    assert_eq!(rhymes(&list, "at"), ["cat", "flat", "hat", "sat"]);
    assert_eq!(list.iter().count(), 7);
}
