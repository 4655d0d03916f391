struct Tone {
    hertz: f64,
    volume: f64,
}

fn overtones(base: f64, damping: f64) -> impl Iterator<Item = Tone> {
    (1..).map(move |n| Tone {
        hertz: base * n as f64,
        volume: damping.powi(n - 1),
    })
}

fn audible(base: f64, damping: f64) -> Vec<Tone> {
    overtones(base, damping)
        .take_while(|t| t.hertz < 20_000.0 && t.volume > 0.1)
        .collect()
}

fn main() {
    let tones = audible(440.0, 0.5);
    assert_eq!(tones.len(), 4);
    assert_eq!(tones[3].hertz, 1760.0);
    assert_eq!(tones[2].volume, 0.25);
    assert_eq!(audible(9_000.0, 1.0).len(), 2);
}
