fn main() {
	let crab = "🦀 é"; let n: String = crab;
	let m = HashMap::<i32, String>::new();
	let _ = (n, m);
}
