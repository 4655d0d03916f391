struct Chapter {
    title: &'static str,
    parts: Vec<Chapter>,
}

/// Lists all titles, each numbered like "2.1" below its parent's number.
fn number(chapters: &[Chapter], prefix: &str, out: &mut Vec<String>) {
    for (i, chapter) in chapters.iter().enumerate() {
        let label = format!("{prefix}{}", i + 1);
        out.push(format!("{label} {}", chapter.title));
        number(&chapter.parts, out);
    }
}

fn contents(chapters: &[Chapter]) -> Vec<String> {
    let mut out = Vec::new();
    number(chapters, &mut out);
    out
}

fn leaf(title: &'static str) -> Chapter {
    Chapter { title, parts: vec![] }
}

fn main() {
    let book = [
        leaf("Preface"),
        Chapter {
            title: "Soil",
            parts: vec![leaf("Clay"), Chapter { title: "Sand", parts: vec![leaf("Dunes")] }],
        },
    ];
    assert_eq!(
        contents(&book),
        ["1 Preface", "2 Soil", "2.1 Clay", "2.2 Sand", "2.2.1 Dunes"]
    );
}
