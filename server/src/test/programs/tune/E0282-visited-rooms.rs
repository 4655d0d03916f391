use std::collections::HashMap;

struct House {
    doors: HashMap<u8, Vec<u8>>,
}

impl House {
    fn reachable(&self, start: u8) -> Vec<u8> {
        let mut seen = Default::default();
        let mut stack = vec![start];
        while let Some(room) = stack.pop() {
            if seen.contains(&room) {
                continue;
            }
            seen.push(room);
            if let Some(next) = self.doors.get(&room) {
                stack.extend(next);
            }
        }
        seen.sort();
        seen
    }
}

fn main() {
    let doors = HashMap::from([(1, vec![2, 3]), (3, vec![1, 4]), (5, vec![1])]);
    let house = House { doors };
    assert_eq!(house.reachable(1), [1, 2, 3, 4]);
    assert_eq!(house.reachable(5), [1, 2, 3, 4, 5]);
    assert_eq!(house.reachable(4), [4]);
}
