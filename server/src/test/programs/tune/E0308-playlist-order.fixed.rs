struct Track {
    title: &'static str,
    seconds: u32,
}

fn titles(tracks: &[Track], newest_first: bool) -> Vec<&'static str> {
    let ordered: Box<dyn Iterator<Item = &Track>> = if newest_first {
        Box::new(tracks.iter().rev())
    } else {
        Box::new(tracks.iter())
    };
    ordered
        .filter(|t| t.seconds > 30)
        .map(|t| t.title)
        .collect()
}

fn main() {
    let tracks = [
        Track { title: "Intro", seconds: 12 },
        Track { title: "Harbour", seconds: 201 },
        Track { title: "Lantern", seconds: 187 },
    ];
    assert_eq!(titles(&tracks, false), ["Harbour", "Lantern"]);
    assert_eq!(titles(&tracks, true), ["Lantern", "Harbour"]);
}
