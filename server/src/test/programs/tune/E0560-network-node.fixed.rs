#[derive(Default, Debug)]
struct NodeConfig {
    listen_port: u16,
    max_peers: usize,
    verbose: bool,
}

fn parse(args: &[&str]) -> NodeConfig {
    let mut port = 7000;
    let mut peers = 8;
    for pair in args.chunks(2) {
        match pair {
            ["--port", value] => port = value.parse().unwrap_or(port),
            ["--peers", value] => peers = value.parse().unwrap_or(peers),
            _ => {}
        }
    }
    NodeConfig { listen_port: port, max_peers: peers, ..Default::default() }
}

fn main() {
    let config = parse(&["--port", "8080", "--peers", "many"]);
    assert_eq!(config.listen_port, 8080);
    assert_eq!(config.max_peers, 8);
    assert!(!config.verbose);
}
