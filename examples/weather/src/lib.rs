//! A weather station's log and what can be asked about it.

mod reading;

pub use reading::Reading;

/// All readings, in the order of the log.
#[derive(Debug)]
pub struct Log {
    readings: Vec<Reading>,
    /// How many lines could not be read.
    pub skipped: usize,
}

impl Log {
    pub fn parse(text: &str) -> Log {
        let readings = Vec::new();
        let skipped = 0;
        for line in text.lines() {
            match Reading::parse(line) {
                Some(reading) => readings.push(reading),
                None => skipped += 1,
            }
        }
        Log { readings, skipped }
    }

    pub fn readings(&self) -> usize {
        self.readings.len()
    }

    /// The names of the stations, each once.
    pub fn stations(&self) -> BTreeSet<&str> {
        self.readings.iter().map(|reading| reading.station.as_str()).collect()
    }

    /// The mean of a station's readings.
    pub fn average(&self, station: &str) -> f64 {
        let all: Vec<f64> = self.readings.iter()
            .filter(|reading| reading.station == station)
            .map(|reading| reading.degrees)
            .collect();
        all.iter().sum::<f64>() / all.len() as f64
    }

    pub fn coldest(&self) -> Option<&Reading> {
        self.readings.iter().min_by(|a, b| a.compare(b))
    }
}

/// The longer of two names, for the width of a column.
pub fn longer(a: &str, b: &str) -> &str {
    if a.len() >= b.len() { a } else { b }
}
