#[derive(gen::Wrong)]
struct Unit;

#[gen::also]
fn main() {
    let _ = gen::wrong!();
    let _ = Unit;
    gen::keep! {
        let text: String = "kept";
        let _ = text;
    }
    let wide: i64 = {
        let narrow: i32 = 1;
        gen::keep!(narrow)
    };
    let _ = wide;
}
