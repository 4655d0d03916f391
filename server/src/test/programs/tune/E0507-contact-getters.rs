struct Contact {
    name: String,
    phone: Option<String>,
    tags: Vec<String>,
}

impl Contact {
    fn name(&self) -> String {
        self.name
    }

    fn phone_or(&self, fallback: &str) -> String {
        match &self.phone {
            Some(phone) => phone.clone(),
            None => fallback.to_string(),
        }
    }

    fn has_tag(&self, tag: &str) -> bool {
        self.tags.iter().any(|t| t == tag)
    }
}

fn main() {
    let c = Contact {
        name: "Yusuf".to_string(),
        phone: None,
        tags: vec!["work".to_string()],
    };
    let name = c.name();
    assert_eq!(name, "Yusuf");
    assert_eq!(c.phone_or("unlisted"), "unlisted");
    assert!(c.has_tag("work") && !c.has_tag("family"));
}
