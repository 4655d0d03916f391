use std::ops::{Index, IndexMut};

#[derive(Clone, Copy)]
enum Day {
    Monday,
    Wednesday = 2,
    Sunday = 6,
}

#[derive(Default)]
struct Hours {
    minutes: [u32; 7],
}

impl Index<Day> for Hours {
    fn index(&self, day: Day) -> &u32 {
        &self.minutes[day as usize]
    }
}

impl IndexMut<Day> for Hours {
    fn index_mut(&mut self, day: Day) -> &mut u32 {
        &mut self.minutes[day as usize]
    }
}

fn book(hours: &mut Hours, day: Day, from: u32, to: u32) {
    hours[day] += to - from;
}

fn main() {
    let mut hours = Hours::default();
    book(&mut hours, Day::Monday, 480, 720);
    book(&mut hours, Day::Monday, 780, 1000);
    book(&mut hours, Day::Sunday, 600, 601);
    assert_eq!(hours[Day::Monday], 460);
    assert_eq!(hours[Day::Wednesday], 0);
    assert_eq!(hours.minutes.iter().sum::<u32>(), 461);
}
