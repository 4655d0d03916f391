use std::collections::VecDeque;

#[derive(Debug, PartialEq)]
struct Job {
    name: String,
    priority: u8,
}

#[derive(Default)]
struct JobQueue {
    urgent: VecDeque<Job>,
    normal: VecDeque<Job>,
}

impl JobQueue {
    // formerly `add`; split into two lanes in the last commit
    fn enqueue(&mut self, name: &str, priority: u8) {
        let job = Job { name: name.to_string(), priority };
        if priority > 5 {
            self.urgent.push_back(job);
        } else {
            self.normal.push_back(job);
        }
    }

    fn next_job(&mut self) -> Option<Job> {
        self.urgent.pop_front().or_else(|| self.normal.pop_front())
    }
}

fn main() {
    let mut queue = JobQueue::default();
    queue.add("backup", 2);
    queue.add("page on-call", 9);
    queue.add("rotate logs", 3);
    assert_eq!(queue.next_job().unwrap().name, "page on-call");
    assert_eq!(queue.next_job().unwrap().priority, 2);
    assert_eq!(queue.next_job().unwrap().name, "rotate logs");
    assert_eq!(queue.next_job(), None);
}
