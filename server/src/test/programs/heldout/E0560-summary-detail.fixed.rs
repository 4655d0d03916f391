#[derive(Debug, PartialEq)]
struct Summary {
    title: String,
    pages: u32,
}

#[derive(Debug, PartialEq)]
struct Detail {
    title: String,
    pages: u32,
    isbn: String,
}

struct Book {
    title: &'static str,
    pages: u32,
    isbn: u64,
}

fn summary(book: &Book) -> Summary {
    Summary { title: book.title.to_string(), pages: book.pages }
}

fn detail(book: &Book) -> Detail {
    Detail {
        title: book.title.to_string(),
        pages: book.pages,
        isbn: format!("{:013}", book.isbn),
    }
}

fn main() {
    let book = Book { title: "Moss", pages: 180, isbn: 9_780_000_000_017 };
    assert_eq!(summary(&book), Summary { title: "Moss".into(), pages: 180 });
    assert_eq!(detail(&book).isbn, "9780000000017");
    let old = Book { title: "Ferns", pages: 90, isbn: 42 };
    assert_eq!(detail(&old).isbn, "0000000000042");
    assert_eq!(detail(&old).pages, summary(&old).pages);
}
