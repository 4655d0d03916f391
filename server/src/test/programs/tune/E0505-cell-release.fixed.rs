use std::cell::RefCell;
use std::rc::Rc;

#[derive(Debug)]
struct Canvas {
    pixels: Vec<u8>,
    strokes: u32,
}

fn brightest(canvas: &Rc<RefCell<Canvas>>) -> u8 {
    let guard = canvas.borrow();
    let top = guard.pixels.iter().max();
    // the guard must be gone before the counter below is written
    let value = top.copied().unwrap_or(0);
    drop(guard);
    canvas.borrow_mut().strokes += 1;
    value
}

fn main() {
    let canvas = Rc::new(RefCell::new(Canvas { pixels: vec![3, 250, 17], strokes: 0 }));
    assert_eq!(brightest(&canvas), 250);
    canvas.borrow_mut().pixels.clear();
    assert_eq!(brightest(&canvas), 0);
    assert_eq!(canvas.borrow().strokes, 2);
}
