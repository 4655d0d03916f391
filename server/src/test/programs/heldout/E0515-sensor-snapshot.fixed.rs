use std::sync::{Arc, Mutex};
use std::thread;

#[derive(Clone)]
struct Recorder {
    samples: Arc<Mutex<Vec<i32>>>,
}

impl Recorder {
    fn record(&self, value: i32) {
        self.samples.lock().unwrap().push(value);
    }

    /// A copy of what has been recorded up to now.
    fn snapshot(&self) -> Vec<i32> {
        self.samples.lock().unwrap().clone()
    }

    fn peak(&self) -> Option<i32> {
        self.snapshot().iter().max().copied()
    }
}

fn main() {
    let recorder = Recorder { samples: Arc::new(Mutex::new(vec![])) };
    assert_eq!(recorder.peak(), None);
    let remote = recorder.clone();
    let sensor = thread::spawn(move || (1..=3).for_each(|n| remote.record(n * n)));
    sensor.join().unwrap();
    let before = recorder.snapshot();
    recorder.record(4);
    assert_eq!(before, [1, 4, 9]);
    assert_eq!(recorder.snapshot().len(), 4);
    assert_eq!(recorder.peak(), Some(9));
}
