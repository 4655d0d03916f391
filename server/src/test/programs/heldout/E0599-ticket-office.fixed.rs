use std::sync::{Arc, Mutex};
use std::thread;

struct Office {
    left: u32,
    sold: Vec<(usize, u32)>,
}

impl Office {
    fn sell(&mut self, desk: usize) -> bool {
        if self.left == 0 {
            return false;
        }
        self.sold.push((desk, self.left));
        self.left -= 1;
        true
    }
}

fn main() {
    let office = Arc::new(Mutex::new(Office { left: 10, sold: Vec::new() }));
    let desks: Vec<_> = (0..3)
        .map(|desk| {
            let office = Arc::clone(&office);
            thread::spawn(move || {
                let mut count = 0;
                while office.lock().unwrap().sell(desk) {
                    count += 1;
                }
                count
            })
        })
        .collect();
    let sold: u32 = desks.into_iter().map(|d| d.join().unwrap()).sum();
    assert_eq!(sold, 10);
    assert_eq!(office.lock().unwrap().sold.len(), 10);
}
