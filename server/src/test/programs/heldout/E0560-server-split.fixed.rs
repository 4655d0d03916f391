#[derive(Debug, Clone, PartialEq)]
struct Endpoint {
    host: String,
    port: u16,
}

/// Host and port moved into `Endpoint` so that clients can share the type.
#[derive(Debug, Clone)]
struct Server {
    endpoint: Endpoint,
    workers: usize,
}

fn parse(line: &str) -> Option<Server> {
    let (address, workers) = line.split_once(' ')?;
    let (host, port) = address.rsplit_once(':')?;
    let port = port.parse().ok()?;
    let workers = workers.parse().ok()?;
    Some(Server { endpoint: Endpoint { host: host.to_string(), port }, workers })
}

fn same_machine(a: &Server, b: &Server) -> bool {
    a.endpoint.host == b.endpoint.host
}

fn main() {
    let a = parse("db.lan:5432 8").unwrap();
    let b = parse("db.lan:80 2").unwrap();
    assert_eq!(a.endpoint, Endpoint { host: "db.lan".into(), port: 5432 });
    assert_eq!(a.workers + b.workers, 10);
    assert!(same_machine(&a, &b));
    assert!(parse("db.lan 3").is_none());
}
