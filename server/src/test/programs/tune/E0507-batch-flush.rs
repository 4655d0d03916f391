use std::sync::{Arc, Mutex};
use std::thread;

struct Inbox {
    pending: Vec<String>,
    flushed: usize,
}

/// Empties the inbox and hands over what was waiting in it.
fn flush(inbox: &Mutex<Inbox>) -> Vec<String> {
    let mut guard = inbox.lock().unwrap();
    let batch = guard.pending;
    guard.pending = Vec::new();
    guard.flushed += batch.len();
    batch
}

fn main() {
    let inbox = Arc::new(Mutex::new(Inbox { pending: Vec::new(), flushed: 0 }));
    let writers: Vec<_> = (0..3)
        .map(|n| {
            let inbox = Arc::clone(&inbox);
            thread::spawn(move || inbox.lock().unwrap().pending.push(format!("mail {n}")))
        })
        .collect();
    for w in writers {
        w.join().unwrap();
    }
    let mut batch = flush(&inbox);
    batch.sort();
    assert_eq!(batch, ["mail 0", "mail 1", "mail 2"]);
    assert!(flush(&inbox).is_empty());
    assert_eq!(inbox.lock().unwrap().flushed, 3);
}
