enum Tree {
    Leaf(i32),
    Node(Vec<Tree>),
}

impl Tree {
    fn visit(&self, on_leaf: &mut impl Fn(i32, usize), depth: usize) {
        match self {
            Tree::Leaf(value) => on_leaf(*value, depth),
            Tree::Node(children) => {
                for child in children {
                    child.visit(on_leaf, depth + 1);
                }
            }
        }
    }
}

fn main() {
    use Tree::{Leaf, Node};
    let tree = Node(vec![Leaf(3), Node(vec![Leaf(5), Node(vec![Leaf(7)])])]);

    let mut values = Vec::new();
    tree.visit(&mut |value, _| values.push(value), 0);
    assert_eq!(values, [3, 5, 7]);

    let mut by_depth = vec![0; 4];
    tree.visit(&mut |value, depth| by_depth[depth] += value, 0);
    assert_eq!(by_depth, [0, 3, 5, 7]);
}
