struct Entry {
    item: &'static str,
    stock: u32,
    cents: u32,
}

fn format_line(entry: &Entry) -> String {
    format!("{:<8}|{:>4}|{:>6}", entry.item, entry.stock, entry.cents)
}

fn format_table(entries: &[Entry]) -> String {
    let head = format!("{:<8}|{:>4}|{:>6}", "item", "qty", "cents");
    let mut lines = vec![head];
    lines.extend(entries.iter().map(format_line));
    lines.join("\n")
}

fn main() {
    let entries = [
        Entry { item: "nails", stock: 400, cents: 2 },
        Entry { item: "hammer", stock: 3, cents: 1899 },
    ];
    let table = format_table(&entries);
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines[1], "nails   | 400|     2");
    assert_eq!(lines[2], "hammer  |   3|  1899");
}
