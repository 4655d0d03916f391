#[derive(Debug, Default, Clone)]
struct Timer {
    ticks: u64,
    laps: Vec<u64>,
}

impl Timer {
    fn tick(&mut self, n: u64) {
        self.ticks += n;
    }

    fn lap(&mut self) -> u64 {
        let since = self.ticks - self.laps.iter().sum::<u64>();
        self.laps.push(since);
        since
    }

    /// Stops this timer: hands it out and starts over with an empty one.
    fn finish(&mut self) -> Timer {
        std::mem::replace(self, Timer::default())
    }
}

fn main() {
    let mut timer = Timer::default();
    timer.tick(40);
    assert_eq!(timer.lap(), 40);
    timer.tick(2);
    assert_eq!(timer.lap(), 2);
    let done = timer.finish();
    assert_eq!(done.laps, [40, 2]);
    assert_eq!(timer.ticks, 0);
}
