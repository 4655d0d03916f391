mod stopwatch {
    #[derive(Debug, Default)]
    pub struct Stopwatch {
        elapsed_ms: u64,
        running: bool,
    }

    impl Stopwatch {
        pub fn start(&mut self) {
            self.running = true;
        }

        pub fn advance(&mut self, ms: u64) {
            if self.running {
                self.elapsed_ms += ms;
            }
        }

        pub fn seconds(&self) -> f64 {
            self.elapsed_ms as f64 / 1000.0
        }

        /// Stops the watch and sets it to zero.
        pub fn reset(&mut self) {
            *self = Stopwatch::default();
        }
    }
}

use stopwatch::Stopwatch;

fn time_laps(laps_ms: &[u64]) -> Vec<f64> {
    let mut watch = Stopwatch::default();
    let mut times = Vec::new();
    for ms in laps_ms {
        watch.start();
        watch.advance(*ms);
        times.push(watch.seconds());
        watch.running = false;
        watch.elapsed_ms = 0;
    }
    watch.advance(500);
    times.push(watch.seconds());
    times
}

fn main() {
    assert_eq!(time_laps(&[1500, 250]), [1.5, 0.25, 0.0]);
    assert_eq!(time_laps(&[]), [0.0]);
}
