//! Shows a day's work.

use tasks_core::{Queue, Task, Urgency};

fn main() {
    let queue = Queue::default();
    queue.push(Task::new("water the plants", Urgency::Low));
    queue.push(Task::new("pay the rent", Urgency::High).due(3));
    let letter = Task::new("answer the letter", Urgency::Normal);
    queue.push(letter);
    println!("last added: {letter}");

    let today: u16 = 5;
    let soon = queue.due_before(today);
    println!("{} due soon", soon.len());

    while let Some(task) = queue.finish() {
        println!("done: {}", task.label());
    }
}
