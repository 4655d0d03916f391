#[derive(Debug, Clone, PartialEq)]
struct WindowOptions {
    title: String,
    width: u32,
    height: u32,
    resizable: bool,
    opacity: f32,
}

impl Default for WindowOptions {
    fn default() -> Self {
        WindowOptions {
            title: "untitled".to_string(),
            width: 800,
            height: 600,
            resizable: true,
            opacity: 1.0,
        }
    }
}

fn dialog(title: &str) -> WindowOptions {
    // everything but the title and the fixed size is as usual
    WindowOptions {
        title: title.to_string(),
        resizable: false,
    }
}

fn main() {
    let ask = dialog("Quit?");
    assert_eq!(ask.title, "Quit?");
    assert!(!ask.resizable);
    assert_eq!((ask.width, ask.height), (800, 600));
    assert_eq!(WindowOptions { title: "untitled".into(), resizable: true, ..ask }, WindowOptions::default());
}
