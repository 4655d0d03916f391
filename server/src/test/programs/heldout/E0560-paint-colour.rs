#[derive(Debug, Clone, PartialEq)]
struct Brush {
    colour: u32,
    width: f32,
    opacity: f32,
}

const INK: u32 = 0x10_10_20;

fn pencil() -> Brush {
    Brush { color: INK, width: 1.0, opacity: 1.0 }
}

fn marker(colour: u32) -> Brush {
    Brush { color: colour, width: 6.0, ..pencil() }
}

fn watercolour(colour: u32, wet: f32) -> Brush {
    Brush { color: colour, opacity: 1.0 - wet, ..marker(colour) }
}

fn main() {
    assert_eq!(pencil().colour, INK);
    let sky = watercolour(0x80_C0_FF, 0.75);
    assert_eq!(sky, Brush { colour: 0x80_C0_FF, width: 6.0, opacity: 0.25 });
    assert_eq!(marker(7).width, 6.0);
}
