struct Calendar {
    holidays: Vec<u32>,
}

impl Calendar {
    /// Numbers of the days on which the shop is open, Sundays (every 7th day) left out.
    fn open_days(&self, month_length: u32) -> Box<dyn Iterator<Item = u32> + '_> {
        let mut days = Vec::new();
        for day in 1..=month_length {
            if day % 7 != 0 {
                days.push(day);
            }
        }
        Box::new(days.into_iter().filter(|day| !self.holidays.contains(day)))
    }
}

fn main() {
    let calendar = Calendar { holidays: vec![1, 8] };
    let open: Vec<u32> = calendar.open_days(10).collect();
    assert_eq!(open, [2, 3, 4, 5, 6, 9, 10]);
    assert_eq!(calendar.open_days(31).count(), 25);
    assert_eq!(calendar.open_days(1).next(), None);
}
