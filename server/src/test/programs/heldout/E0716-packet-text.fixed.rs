struct Packet {
    kind: u8,
    payload: Vec<u8>,
}

fn chat_line(packet: &Packet) -> Option<String> {
    if packet.kind != b'C' {
        return None;
    }
    let text = String::from_utf8_lossy(&packet.payload);
    let (nick, message) = text.trim_end_matches('\0').split_once(':')?;
    Some(format!("<{}> {}", nick.trim(), message.trim()))
}

fn transcript(packets: &[Packet]) -> Vec<String> {
    packets.iter().filter_map(chat_line).collect()
}

fn main() {
    let packets = [
        Packet { kind: b'C', payload: b"ida: hi all\0\0".to_vec() },
        Packet { kind: b'P', payload: b"ping".to_vec() },
        Packet { kind: b'C', payload: b"no colon".to_vec() },
        Packet { kind: b'C', payload: b"bo : 5:2!\0".to_vec() },
    ];
    assert_eq!(transcript(&packets), ["<ida> hi all", "<bo> 5:2!"]);
}
