struct Step {
    label: String,
    next: Option<Box<Step>>,
}

fn describe(step: Step) -> String {
    let mut out = String::new();
    if let Some(next) = &step.next {
        out.push_str("before ");
        out.push_str(&next.label);
        out.push_str(": ");
    }
    out.push_str(&step.label);
    out.push_str(&format!(" ({} to go)", remaining(&step)));
    out
}

fn remaining(step: &Step) -> usize {
    match &step.next {
        Some(next) => 1 + remaining(next),
        None => 0,
    }
}

fn main() {
    let bake = Step { label: "bake".into(), next: None };
    let mix = Step { label: "mix".into(), next: Some(Box::new(bake)) };
    assert_eq!(remaining(&mix), 1);
    assert_eq!(describe(mix), "before bake: mix (1 to go)");
}
