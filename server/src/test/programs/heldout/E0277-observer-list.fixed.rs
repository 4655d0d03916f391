trait Observer {
    fn price_changed(&self, stock: &str, cents: u32) -> Option<String>;
}

struct Alarm {
    above: u32,
}

struct Silent;

impl Observer for Alarm {
    fn price_changed(&self, stock: &str, cents: u32) -> Option<String> {
        (cents > self.above).then(|| format!("{stock} at {cents}"))
    }
}

impl Observer for Silent {
    fn price_changed(&self, _: &str, _: u32) -> Option<String> {
        None
    }
}

fn notify(observers: &[Box<dyn Observer>], stock: &str, cents: u32) -> Vec<String> {
    let mut messages = Vec::new();
    for observer in observers.iter() {
        messages.extend(observer.price_changed(stock, cents));
    }
    messages
}

fn main() {
    let observers: Vec<Box<dyn Observer>> = vec![
        Box::new(Silent),
        Box::new(Alarm { above: 500 }),
        Box::new(Alarm { above: 900 }),
    ];
    assert_eq!(notify(&observers, "ACME", 620), ["ACME at 620"]);
    assert_eq!(notify(&observers, "ACME", 901).len(), 2);
}
