struct User {
    name: String,
    followers: u32,
    bio: Option<String>,
}

fn card(user: &User) -> String {
    let bio = user.bio.as_deref().unwrap_or("no bio yet");
    let plural = if user.followers == 1 { "" } else { "s" };
    format!("{user.name} ({user.followers} follower{plural}): {bio}")
}

fn main() {
    let mut user = User { name: "kestrel".to_string(), followers: 1, bio: None };
    assert_eq!(card(&user), "kestrel (1 follower): no bio yet");
    user.followers += 1;
    user.bio = Some("birds, mostly".to_string());
    assert_eq!(card(&user), "kestrel (2 followers): birds, mostly");
}
