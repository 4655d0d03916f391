struct Point { x: i32, y: i32 }
enum Way { Left, Right }

fn add(a: i32, b: String) -> i32 { a + b.len() as i32 }

fn main() {
    let _: Result<i32> = Ok(1);
    add(1);
    let p = Point { x: 1 };
    match Way::Left { Way::Left => {} }
    let v = Vec::new();
}
