use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

type Step = Pin<Box<dyn Future<Output = String>>>;

fn step(number: usize, name: &str) -> Step {
    let name = name.to_string();
    Box::pin(async move {
        let line = format!("{}. {}", number + 1, name);
        line
    })
}

fn run<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut cx) {
            return value;
        }
    }
}

fn main() {
    let steps = ["whisk", "bake"].iter().enumerate().map(|(i, name)| step(i, name));
    let lines: Vec<String> = steps.map(run).collect();
    assert_eq!(lines, ["1. whisk", "2. bake"]);
}
