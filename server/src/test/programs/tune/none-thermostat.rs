#[derive(Debug, PartialEq)]
enum Mode {
    Heat,
    Idle,
}

struct Thermostat {
    target: f32,
    slack: f32,
}

impl Thermostat {
    fn decide(&self, measured: f32) -> Mode {
        let limit = self.slack > 0.0 ? self.target - self.slack : self.target;
        if measured < limit {
            Mode::Heat
        } else {
            Mode::Idle
        }
    }
}

fn main() {
    let t = Thermostat { target: 20.0, slack: 0.5 };
    assert_eq!(t.decide(19.0), Mode::Heat);
    assert_eq!(t.decide(19.8), Mode::Idle);
    let strict = Thermostat { target: 20.0, slack: 0.0 };
    assert_eq!(strict.decide(19.8), Mode::Heat);
}
