use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, VecDeque};

fn main() {
    let _: BTreeSet<i32>;
    let _: HashMap<i32, i32>;
    let _: VecDeque<i32>;
}
