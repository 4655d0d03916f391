//! Prints a summary of a weather station's log: a line is `day;station;degrees`.

use std::process::ExitCode;

use weather::{Log, Reading};

const SAMPLE: &str = "1;harbor;11.5\n1;hill;7.25\n2;harbor;12.0\n2;hill;-1.5\nbroken line\n";

fn main() -> ExitCode {
    let log = Log::parse(SAMPLE)
    let skipped = log.skipped;

    for station in log.stations() {
        println!("{station:<8} {:>6.2} °C on average", log.avrage(station));
    }
    match log.coldest() {
        Some(reading) => println!("coldest: {reading:?}"),
        None => println!("no reading at all"),
    }
    let count = log.readings();
    if count = skipped {
        println!("half of the log is broken");
    }
    if count == 0 {
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
