struct Frame {
    text: String,
    below: Option<Box<Frame>>,
}

#[derive(Default)]
struct UndoStack {
    top: Option<Box<Frame>>,
    depth: usize,
}

impl UndoStack {
    fn push(&mut self, text: &str) {
        let below = self.top.take();
        self.top = Some(Box::new(Frame { text: text.to_string(), below }));
        self.depth += 1;
    }

    fn pop(&mut self) -> Option<String> {
        self.top.map(|frame| {
            self.top = frame.below;
            self.depth -= 1;
            frame.text
        })
    }
}

fn main() {
    let mut undo = UndoStack::default();
    undo.push("typed a");
    undo.push("typed b");
    assert_eq!(undo.depth, 2);
    assert_eq!(undo.pop().as_deref(), Some("typed b"));
    assert_eq!(undo.pop().as_deref(), Some("typed a"));
    assert_eq!(undo.pop(), None);
    assert_eq!(undo.depth, 0);
}
