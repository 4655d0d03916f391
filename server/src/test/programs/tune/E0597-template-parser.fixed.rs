use std::collections::HashMap;

struct Template<'t> {
    parts: Vec<(&'t str, Option<&'t str>)>,
}

impl<'t> Template<'t> {
    fn parse(source: &'t str) -> Self {
        let parts = source
            .split('}')
            .map(|piece| match piece.split_once('{') {
                Some((text, key)) => (text, Some(key)),
                None => (piece, None),
            })
            .collect();
        Template { parts }
    }

    fn fill(&self, values: &HashMap<&str, &str>) -> String {
        let mut out = String::new();
        for (text, key) in &self.parts {
            out.push_str(text);
            if let Some(key) = key {
                out.push_str(values.get(key).unwrap_or(&"?"));
            }
        }
        out
    }
}

fn load(name: &str) -> String {
    format!("Dear {{who}}, your {name} is ready on {{day}}.")
}

fn main() {
    let source = load("bicycle");
    let template = Template::parse(&source);
    let values = HashMap::from([("who", "Noor")]);
    assert_eq!(template.fill(&values), "Dear Noor, your bicycle is ready on ?.");
    assert_eq!(template.parts.len(), 3);
}
