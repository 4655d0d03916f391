#[derive(Debug, Clone, Copy, PartialEq)]
enum Op {
    Push(i64),
    Add,
    Mul,
    Neg, // added together with the minus key: flips the sign of the topmost value
}

impl Op {
    fn mnemonic(self) -> String {
        match self {
            Op::Push(n) => format!("push {n}"),
            Op::Add => "add".to_string(),
            Op::Mul => "mul".to_string(),
            Op::Neg => "neg".to_string(),
        }
    }

    /// How the height of the stack changes.
    fn effect(self) -> i32 {
        match self {
            Op::Push(_) => 1,
            Op::Add | Op::Mul => -1,
            Op::Neg => 0,
        }
    }
}

fn run(program: &[Op]) -> Option<i64> {
    let mut stack = Vec::new();
    for op in program {
        match op {
            Op::Push(n) => stack.push(*n),
            Op::Add => {
                let (b, a) = (stack.pop()?, stack.pop()?);
                stack.push(a + b);
            }
            Op::Mul => {
                let (b, a) = (stack.pop()?, stack.pop()?);
                stack.push(a * b);
            }
            Op::Neg => {
                let a = stack.pop()?;
                stack.push(-a);
            }
        }
    }
    stack.pop()
}

fn main() {
    let program = [Op::Push(4), Op::Neg, Op::Push(3), Op::Mul];
    assert_eq!(run(&program), Some(-12));
    assert_eq!(run(&[Op::Push(1), Op::Add]), None);
    assert_eq!(program.iter().map(|op| op.effect()).sum::<i32>(), 1);
    assert_eq!(program[1].mnemonic(), "neg");
}
