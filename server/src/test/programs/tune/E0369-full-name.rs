struct Person {
    first: String,
    last: String,
    title: Option<String>,
}

impl Person {
    fn full_name(&self) -> String {
        let name = &self.first + " " + &self.last;
        match &self.title {
            Some(title) => title.clone() + " " + &name,
            None => name,
        }
    }
}

fn main() {
    let mut p = Person {
        first: String::from("Grete"),
        last: String::from("Hermann"),
        title: None,
    };
    assert_eq!(p.full_name(), "Grete Hermann");
    p.title = Some("Dr".to_string());
    assert_eq!(p.full_name(), "Dr Grete Hermann");
}
