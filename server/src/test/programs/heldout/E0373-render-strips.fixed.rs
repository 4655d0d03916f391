use std::sync::Mutex;
use std::thread;

fn shade(x: usize, y: usize) -> u8 {
    ((x * 7 + y * 13) % 256) as u8
}

fn render(width: usize, height: usize, strips: usize) -> Vec<(usize, Vec<u8>)> {
    let finished = Mutex::new(Vec::new());
    let finished_ref = &finished;
    thread::scope(|scope| {
        for strip in 0..strips {
            scope.spawn(move || {
                let rows = (strip * height / strips)..((strip + 1) * height / strips);
                let pixels: Vec<u8> =
                    rows.flat_map(|y| (0..width).map(move |x| shade(x, y))).collect();
                finished_ref.lock().unwrap().push((strip, pixels));
            });
        }
    });
    let mut finished = finished.into_inner().unwrap();
    finished.sort();
    finished
}

fn main() {
    let image = render(4, 6, 3);
    assert_eq!(image.len(), 3);
    assert_eq!(image[0].1[..5], [0, 7, 14, 21, 13]);
    let joined: Vec<u8> = image.into_iter().flat_map(|(_, p)| p).collect();
    assert_eq!(joined, render(4, 6, 1)[0].1);
}
