#[derive(Clone, Debug)]
struct Outer {
    inner: Inner,
}

struct Inner;

fn main() {
    let _ = Outer { inner: Inner }.clone();
}
