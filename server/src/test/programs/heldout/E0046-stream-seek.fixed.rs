trait Source {
    fn read_byte(&mut self) -> Option<u8>;

    // joined the trait so that `reread` works with every source
    fn rewind(&mut self);
}

struct Memory {
    data: Vec<u8>,
    at: usize,
}

impl Source for Memory {
    fn read_byte(&mut self) -> Option<u8> {
        let byte = self.data.get(self.at).copied();
        self.at += byte.is_some() as usize;
        byte
    }

    fn rewind(&mut self) {
        self.at = 0;
    }
}

fn sum(source: &mut impl Source) -> u32 {
    let mut total = 0;
    while let Some(byte) = source.read_byte() {
        total += byte as u32;
    }
    total
}

fn reread(source: &mut impl Source) -> (u32, u32) {
    let first = sum(source);
    source.rewind();
    (first, sum(source))
}

fn main() {
    let mut memory = Memory { data: vec![1, 2, 250], at: 1 };
    assert_eq!(reread(&mut memory), (252, 253));
    assert_eq!(sum(&mut memory), 0);
}
