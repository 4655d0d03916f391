mod limits {
    #[derive(Debug, Clone, Copy)]
    pub struct Limits {
        pub subject: usize,
        pub body: usize,
    }

    impl Default for Limits {
        fn default() -> Self {
            Limits { subject: 12, body: 40 }
        }
    }
}

mod mail {
    pub mod compose {
        pub fn cut(text: &str, max: usize) -> String {
            text.chars().take(max).collect()
        }

        pub fn message(subject: &str, body: &str) -> String {
            let limits = super::limits::Limits::default();
            let subject = cut(subject, limits.subject);
            let body = cut(body, limits.body);
            format!("{subject}\n\n{body}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::mail::compose::message;

    #[test]
    fn long_subjects_are_cut() {
        assert_eq!(message("a very long subject", "hi"), "a very long \n\nhi");
    }
}

fn main() {
    let text = mail::compose::message("lunch", "at noon?");
    assert_eq!(text, "lunch\n\nat noon?");
    assert_eq!(limits::Limits::default().body, 40);
}
