type Handler = Box<dyn Fn(u32) -> u32>;

#[derive(Default)]
struct Button {
    caption: String,
    clicks: u32,
    on_click: Option<Handler>,
}

impl Button {
    /// May be called any number of times; the handler stays in place.
    fn click(&mut self) -> u32 {
        self.clicks += 1;
        if self.on_click.is_none() {
            return 0;
        }
        let handler = self.on_click.as_ref().unwrap();
        handler(self.clicks)
    }
}

fn main() {
    let mut plain = Button { caption: "Help".into(), ..Default::default() };
    assert_eq!(plain.click(), 0);
    let step = 10;
    let mut volume = Button {
        caption: "Louder".into(),
        on_click: Some(Box::new(move |n| n * step)),
        ..Default::default()
    };
    assert_eq!(volume.click(), 10);
    assert_eq!(volume.click(), 20);
    assert_eq!(volume.caption.len() + plain.caption.len(), 10);
}
