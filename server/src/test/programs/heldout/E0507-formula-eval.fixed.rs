enum Formula {
    Const(f64),
    Var,
    Add(Box<Formula>, Box<Formula>),
    Mul(Box<Formula>, Box<Formula>),
}

impl Formula {
    fn at(&self, x: f64) -> f64 {
        match self {
            Formula::Const(c) => *c,
            Formula::Var => x,
            Formula::Add(a, b) => a.at(x) + b.at(x),
            Formula::Mul(a, b) => a.at(x) * b.at(x),
        }
    }

    fn size(&self) -> usize {
        match self {
            Formula::Const(_) | Formula::Var => 1,
            Formula::Add(a, b) | Formula::Mul(a, b) => 1 + a.size() + b.size(),
        }
    }
}

fn main() {
    let double = Formula::Mul(Box::new(Formula::Const(2.0)), Box::new(Formula::Var));
    let f = Formula::Add(Box::new(double), Box::new(Formula::Const(1.0)));
    assert_eq!(f.at(3.0), 7.0);
    assert_eq!(f.at(-0.5), 0.0);
    assert_eq!(f.size(), 5);
}
