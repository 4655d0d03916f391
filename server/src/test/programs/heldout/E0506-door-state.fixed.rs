#[derive(Debug, PartialEq)]
enum Door {
    Open,
    Closing { seconds: u32 },
    Locked { code: String },
}

struct Controller {
    door: Door,
    history: Vec<String>,
}

impl Controller {
    fn tick(&mut self, code: &str) {
        match &self.door {
            Door::Open => self.door = Door::Closing { seconds: 2 },
            Door::Closing { seconds: 0 } => self.door = Door::Locked { code: code.to_string() },
            Door::Closing { seconds } => {
                self.history.push(format!("{seconds} s left"));
                self.door = Door::Closing { seconds: *seconds - 1 };
            }
            Door::Locked { code } => self.history.push(format!("locked with {code}")),
        }
    }
}

fn main() {
    let mut controller = Controller { door: Door::Open, history: vec![] };
    for _ in 0..3 {
        controller.tick("0000");
    }
    assert_eq!(controller.door, Door::Closing { seconds: 0 });
    assert_eq!(controller.history, ["2 s left", "1 s left"]);
    controller.tick("4711");
    controller.tick("x");
    assert_eq!(controller.history[2], "locked with 4711");
}
