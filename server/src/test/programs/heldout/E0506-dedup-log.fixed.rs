struct Compressed {
    line: String,
    times: u32,
}

/// Folds equal neighbours together, the way syslog does.
fn compress(lines: &[&str]) -> Vec<Compressed> {
    let mut out: Vec<Compressed> = Vec::new();
    let mut normal = String::new();
    let mut last = normal.clone();
    for line in lines {
        normal = line.trim().to_lowercase();
        if normal == last && !out.is_empty() {
            let end = out.len() - 1;
            out[end].times += 1;
        } else {
            out.push(Compressed { line: normal.clone(), times: 1 });
        }
        last = normal.clone();
    }
    out
}

fn show(entries: &[Compressed]) -> Vec<String> {
    entries.iter().map(|e| format!("{} x{}", e.line, e.times)).collect()
}

fn main() {
    let entries = compress(&["Disk full", " disk FULL", "retry", "disk full"]);
    assert_eq!(show(&entries), ["disk full x2", "retry x1", "disk full x1"]);
    assert_eq!(show(&compress(&["", ""])), [" x2"]);
    assert!(compress(&[]).is_empty());
}
