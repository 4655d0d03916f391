mod render {
    pub trait ToHtml {
        fn to_html(&self) -> String;
    }

    impl ToHtml for str {
        fn to_html(&self) -> String {
            self.replace('&', "&amp;").replace('<', "&lt;")
        }
    }

    impl<T: ToHtml + ?Sized> ToHtml for Option<&T> {
        fn to_html(&self) -> String {
            self.map(|inner| inner.to_html()).unwrap_or_default()
        }
    }
}

mod page {
    use super::render::ToHtml;

    pub struct Page<'p> {
        pub heading: &'p str,
        pub footer: Option<&'p str>,
    }

    impl Page<'_> {
        pub fn build(&self) -> String {
            let heading = self.heading.to_html();
            let footer = self.footer.to_html();
            format!("<h1>{heading}</h1><p>{footer}</p>")
        }
    }
}

fn main() {
    let page = page::Page { heading: "Q&A", footer: None };
    assert_eq!(page.build(), "<h1>Q&amp;A</h1><p></p>");
    let page = page::Page { heading: "a<b", footer: Some("end") };
    assert_eq!(page.build(), "<h1>a&lt;b</h1><p>end</p>");
}
