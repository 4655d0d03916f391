// The helpers were free functions in this file until the search got its own module.
mod normal {
    pub fn fold(word: &str) -> String {
        word.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(|c| c.to_lowercase())
            .collect()
    }

    pub fn is_stop_word(word: &str) -> bool {
        ["the", "a", "of"].contains(&word)
    }
}

struct Document {
    id: u32,
    text: String,
}

fn matches(document: &Document, query: &str) -> bool {
    let wanted = fold(query);
    document
        .text
        .split(' ')
        .map(fold)
        .any(|word| !is_stop_word(&word) && word == wanted)
}

fn search(documents: &[Document], query: &str) -> Vec<u32> {
    documents.iter().filter(|d| matches(d, query)).map(|d| d.id).collect()
}

fn main() {
    let documents = [
        Document { id: 1, text: "The Lord of the Flies".into() },
        Document { id: 2, text: "Flies, a history".into() },
    ];
    assert_eq!(search(&documents, "flies"), [1, 2]);
    assert_eq!(search(&documents, "History!"), [2]);
    assert!(search(&documents, "the").is_empty());
}
