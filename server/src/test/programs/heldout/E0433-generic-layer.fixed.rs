// Layers used to hold u8 only; now a layer holds anything that has a default.
#[derive(Debug)]
struct Layer<T> {
    width: usize,
    cells: Vec<T>,
}

impl<T: Clone + Default> Layer<T> {
    fn blank(width: usize, height: usize) -> Layer<T> {
        Layer { width, cells: vec![T::default(); width * height] }
    }

    fn set(&mut self, x: usize, y: usize, value: T) {
        let at = y * self.width + x;
        self.cells[at] = value;
    }
}

/// Empties one column and returns what was in it.
fn take_column<T: Clone + Default>(layer: &mut Layer<T>, x: usize) -> Vec<T> {
    let mut taken = Vec::new();
    for at in (x..layer.cells.len()).step_by(layer.width) {
        taken.push(layer.cells[at].clone());
        layer.cells[at] = T::default();
    }
    taken
}

fn main() {
    let mut heights: Layer<i16> = Layer::blank(3, 2);
    heights.set(1, 0, -4);
    heights.set(1, 1, 9);
    assert_eq!(take_column(&mut heights, 1), [-4, 9]);
    assert_eq!(take_column(&mut heights, 1), [0, 0]);
    let mut labels: Layer<String> = Layer::blank(2, 1);
    labels.set(0, 0, "inn".to_string());
    assert_eq!(take_column(&mut labels, 0), ["inn"]);
}
