struct ByteReader<'a> {
    data: &'a [u8],
    pos: usize,
}

impl<'a> ByteReader<'a> {
    fn new(data: &'a [u8]) -> Self {
        ByteReader { data, pos: 0 }
    }

    fn take(&'a mut self, n: usize) -> &'a [u8] {
        let chunk = &self.data[self.pos..self.pos + n];
        self.pos += n;
        chunk
    }
}

fn parse_record(bytes: &[u8]) -> (u8, String, u16) {
    let mut reader = ByteReader::new(bytes);
    let len = reader.take(1)[0];
    let name = reader.take(len as usize);
    let number = reader.take(2);
    (
        len,
        String::from_utf8_lossy(name).into_owned(),
        u16::from_be_bytes([number[0], number[1]]),
    )
}

fn main() {
    let (len, name, number) = parse_record(b"\x03abc\x01\x02");
    assert_eq!(len, 3);
    assert_eq!(name, "abc");
    assert_eq!(number, 258);
}
