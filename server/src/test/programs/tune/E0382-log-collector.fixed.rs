use std::sync::mpsc;
use std::thread;

fn collect_logs(services: &[&str]) -> Vec<String> {
    let (tx, rx) = mpsc::channel();
    let mut handles = Vec::new();
    for service in services {
        let service = service.to_string();
        let tx = tx.clone();
        handles.push(thread::spawn(move || {
            for n in 0..2 {
                tx.send(format!("{service}#{n}")).unwrap();
            }
        }));
    }
    // every worker has its own sender, so iteration ends with the last of them
    drop(tx);
    let mut lines: Vec<String> = rx.iter().collect();
    for handle in handles {
        handle.join().unwrap();
    }
    lines.sort();
    lines
}

fn main() {
    let lines = collect_logs(&["db", "web"]);
    assert_eq!(lines, ["db#0", "db#1", "web#0", "web#1"]);
}
