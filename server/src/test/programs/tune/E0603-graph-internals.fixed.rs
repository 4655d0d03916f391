mod graph {
    mod storage {
        #[derive(Default)]
        pub struct Edges {
            list: Vec<(usize, usize)>,
        }

        impl Edges {
            pub fn connect(&mut self, a: usize, b: usize) {
                self.list.push((a.min(b), a.max(b)));
            }

            pub fn degree(&self, node: usize) -> usize {
                self.list.iter().filter(|(a, b)| *a == node || *b == node).count()
            }
        }
    }

    // the storage module is an internal matter; users get the type from here
    pub use storage::Edges;
}

use graph::Edges;

fn odd_nodes(edges: &Edges, nodes: usize) -> Vec<usize> {
    (0..nodes).filter(|n| edges.degree(*n) % 2 == 1).collect()
}

fn main() {
    let mut edges = Edges::default();
    edges.connect(0, 1);
    edges.connect(2, 1);
    edges.connect(1, 3);
    assert_eq!(edges.degree(1), 3);
    assert_eq!(odd_nodes(&edges, 4), [0, 1, 2, 3]);
}
