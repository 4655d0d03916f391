struct Ring {
    slots: Vec<i32>,
    start: usize,
    used: usize,
}

impl Ring {
    fn with_capacity(capacity: usize) -> Self {
        Ring { slots: vec![0; capacity], start: 0, used: 0 }
    }

    fn push(&mut self, value: i32) {
        let capacity = self.slots.len();
        let at = (self.start + self.used) % capacity;
        self.slots[at] = value;
        if self.used < capacity {
            self.used += 1;
        } else {
            self.start = (self.start + 1) % capacity;
        }
    }

    fn sum(&self) -> i32 {
        let mut total = 0;
        for i in 0..self.used {
            total += self.slots[(self.start + i) % self.slots.len()];
        }
        total
    }
}

fn main() {
    let mut ring = Ring::with_capacity(3);
    for v in [5, 6, 7, 8] {
        ring.push(v);
    }
    assert_eq!(ring.sum(), 21);
    assert_eq!(ring.used, 3);
}
