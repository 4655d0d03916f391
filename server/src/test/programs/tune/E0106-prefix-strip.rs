struct Request {
    path: String,
    mount: String,
}

/// The part of the path below the mount point, or the path as it came.
fn below(path: &str, mount: &str) -> &str {
    match path.strip_prefix(mount) {
        Some(rest) if rest.starts_with('/') => rest,
        _ => path,
    }
}

fn first_segment(request: &Request) -> &str {
    let mount = request.mount.trim_end_matches('/').to_string();
    let rest = below(&request.path, &mount);
    rest.split('/').find(|s| !s.is_empty()).unwrap_or("index")
}

fn main() {
    let r = Request { path: "/api/users/7".into(), mount: "/api/".into() };
    assert_eq!(first_segment(&r), "users");
    let r = Request { path: "/apis/list".into(), mount: "/api".into() };
    assert_eq!(first_segment(&r), "apis");
    let r = Request { path: "/api/".into(), mount: "/api".into() };
    assert_eq!(first_segment(&r), "index");
}
