struct Rocket {
    name: String,
    fuel: u32,
}

struct Flight {
    rocket: Rocket,
    log: Vec<String>,
}

fn launch(rocket: Rocket, log: Vec<String>) -> Flight {
    Flight { rocket, log }
}

/// Counts down in the rocket's own log, then launches it.
fn countdown(rocket: Rocket, from: u32) -> Flight {
    let announce = |n: u32| format!("{}: {} ({} t)", rocket.name, n, rocket.fuel);
    let mut log = Vec::new();
    for n in (1..=from).rev() {
        log.push(announce(n));
    }
    let mut flight = launch(rocket, log);
    flight.log.push(announce(0));
    flight
}

fn main() {
    let flight = countdown(Rocket { name: "Lark".to_string(), fuel: 12 }, 2);
    assert_eq!(flight.log, ["Lark: 2 (12 t)", "Lark: 1 (12 t)", "Lark: 0 (12 t)"]);
    assert_eq!(flight.rocket.name, "Lark");
}
