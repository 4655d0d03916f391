#[derive(Debug)]
struct Profile {
    name: String,
    level: u8,
    checks: bool,
}

struct Job<'p> {
    file: &'p str,
    profile: &'p Profile,
}

impl Job<'_> {
    fn describe(&self) -> String {
        let checks = if self.profile.checks { "checked" } else { "unchecked" };
        format!("{} [{} -O{} {}]", self.file, self.profile.name, self.profile.level, checks)
    }
}

fn compile(files: &[&str], release: bool, defaults: &Profile) -> Vec<String> {
    let profile = if release {
        let tuned = Profile { name: "release".to_string(), level: 3, checks: false };
        &tuned
    } else {
        defaults
    };
    let jobs: Vec<Job> = files.iter().map(|file| Job { file, profile }).collect();
    jobs.iter().map(|job| job.describe()).collect()
}

fn main() {
    let defaults = Profile { name: "dev".to_string(), level: 0, checks: true };
    assert_eq!(compile(&["a.c"], false, &defaults), ["a.c [dev -O0 checked]"]);
    let out = compile(&["a.c", "b.c"], true, &defaults);
    assert_eq!(out[1], "b.c [release -O3 unchecked]");
}
