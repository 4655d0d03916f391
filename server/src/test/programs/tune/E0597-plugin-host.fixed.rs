use std::cell::RefCell;

trait Plugin {
    fn on_save(&self, file: &str);
}

struct Recorder {
    seen: RefCell<Vec<String>>,
}

impl Plugin for &Recorder {
    fn on_save(&self, file: &str) {
        self.seen.borrow_mut().push(file.to_uppercase());
    }
}

struct Host<'p> {
    plugins: Vec<Box<dyn Plugin + 'p>>,
}

impl<'p> Host<'p> {
    fn save(&self, file: &str) {
        for plugin in &self.plugins {
            plugin.on_save(file);
        }
    }
}

fn main() {
    let recorder = Recorder { seen: RefCell::new(Vec::new()) };
    let mut host = Host { plugins: Vec::new() };
    host.plugins.push(Box::new(&recorder));
    host.save("notes.md");
    host.save("plan.md");
    assert_eq!(*recorder.seen.borrow(), ["NOTES.MD", "PLAN.MD"]);
}
