use std::collections::{HashMap, HashSet};

#[derive(Default)]
struct Planner {
    needs: HashMap<String, Vec<String>>,
    planned: HashSet<String>,
    order: Vec<String>,
}

impl Planner {
    fn depend(&mut self, target: &str, on: &str) {
        self.needs.entry(target.to_string()).or_default().push(on.to_string());
    }

    fn plan(&mut self, target: &str) {
        if !self.planned.insert(target.to_string()) {
            return;
        }
        if let Some(needs) = self.needs.get(target) {
            for need in needs {
                self.plan(need);
            }
        }
        self.order.push(target.to_string());
    }
}

fn main() {
    let mut planner = Planner::default();
    planner.depend("app", "lib");
    planner.depend("app", "assets");
    planner.depend("lib", "codegen");
    planner.plan("app");
    assert_eq!(planner.order, ["codegen", "lib", "assets", "app"]);
    planner.plan("lib");
    assert_eq!(planner.order.len(), 4);
}
