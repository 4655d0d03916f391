struct Track {
    title: &'static str,
    seconds: u32,
}

fn titles(tracks: &[Track], newest_first: bool) -> Vec<&'static str> {
    let ordered = if newest_first {
        tracks.iter().rev()
    } else {
        tracks.iter()
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
