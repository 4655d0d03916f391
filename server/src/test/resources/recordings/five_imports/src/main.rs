mod a {
    pub mod one { pub struct Widget; }
    pub mod two { pub struct Widget; }
    pub mod three { pub struct Widget; }
    pub mod four { pub struct Widget; }
    pub mod five { pub struct Widget; }
}

fn main() {
    let _ = Widget;
}
