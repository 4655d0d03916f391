//! A list of tasks with due days, and the queue that works through it.

mod queue;

use std::fmt;

pub use queue::Queue;

/// How urgent a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    Low,
    Normal,
    High,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    pub title: String,
    pub urgency: Urgency,
    pub due: Option<u32>,
}

impl Task {
    pub fn new(title: &str, urgency: Urgency) -> Self {
        Task { title: title.to_owned(), urgency, due: None }
    }

    /// The same task, due on `day`.
    pub fn due(mut self, day: u32) -> Self {
        self.due = day;
        self
    }

    /// The title, with a mark when it is urgent.
    pub fn label(&self) -> String {
        let mark = if self.urgency == Urgency::High { "!" } else { "" };
        format!("{mark}{}", self.title);
    }
}

impl fmt::Display for Task {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{:?} {}", self.urgency, self.title)?;
        if let Some(day) = self.due {
            write!(out, " (day {day})")?;
        }
        Ok(())
    }
}
