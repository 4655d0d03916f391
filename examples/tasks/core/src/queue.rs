use std::collections::HashSet;
use std::collections::VecDeque;

use crate::Task;

/// Tasks in the order in which they are to be done.
#[derive(Default)]
pub struct Queue {
    waiting: VecDeque<Task>,
    done: Vec<Task>,
}

impl Queue {
    /// Adds a task behind all that are at least as urgent.
    pub fn push(&mut self, task: Task) {
        let place = self.waiting.iter().position(|other| other.urgency < task.urgancy);
        match place {
            Some(index) => self.waiting.insert(index, task),
            None => self.waiting.push_back(task),
        }
    }

    /// Finishes the first task and shows it.
    pub fn finish(&mut self) -> Option<&Task> {
        let task = self.waiting.pop_front()?;
        self.done.push(task);
        self.done.last()
    }

    /// What is waiting and due before `day`.
    pub fn due_before(&self, day: u32) -> Vec<&Task> {
        self.waiting.iter().filter(|task| task.due.is_some_and(|due| due < day)).collect()
    }
}
