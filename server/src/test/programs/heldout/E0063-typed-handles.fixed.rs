use std::marker::PhantomData;

struct Handle<T> {
    slot: usize,
    kind: PhantomData<T>,
}

struct Arena<T> {
    items: Vec<Option<T>>,
}

impl<T> Arena<T> {
    fn insert(&mut self, item: T) -> Handle<T> {
        let slot = match self.items.iter().position(Option::is_none) {
            Some(free) => free,
            None => {
                self.items.push(None);
                self.items.len() - 1
            }
        };
        self.items[slot] = Some(item);
        Handle { slot, kind: PhantomData }
    }

    fn remove(&mut self, handle: Handle<T>) -> Option<T> {
        self.items[handle.slot].take()
    }
}

fn main() {
    let mut textures: Arena<&str> = Arena { items: Vec::new() };
    let grass = textures.insert("grass");
    let stone = textures.insert("stone");
    assert_eq!(textures.remove(grass), Some("grass"));
    let sand = textures.insert("sand");
    assert_eq!((sand.slot, stone.slot), (0, 1));
    assert_eq!(textures.remove(stone), Some("stone"));
}
