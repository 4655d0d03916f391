/// One line of the log.
pub struct Reading {
    pub day: u32,
    pub station: String,
    pub degrees: f64,
}

impl Reading {
    /// Reads `day;station;degrees`.
    pub fn parse(line: &str) -> Option<Reading> {
        let mut parts = line.split(';');
        Some(Reading {
            day: parts.next()?.parse().ok()?,
            station: parts.next()?,
            degrees: parts.next()?.trim().parse().ok()?,
        })
    }

    /// Orders by temperature, then by day.
    pub fn compare(&self, other: &Reading) -> Ordering {
        self.degrees.total_cmp(other.degrees).then(self.day.cmp(&other.day))
    }
}
