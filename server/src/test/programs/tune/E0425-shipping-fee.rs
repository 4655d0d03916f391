struct Parcel {
    grams: u32,
    express: bool,
}

fn fee(parcel: &Parcel) -> u32 {
    if parcel.grams <= 500 {
        let base = 290;
    } else {
        let base = 290 + (parcel.grams - 500) / 100 * 35;
    }
    if parcel.express { base * 2 } else { base }
}

fn main() {
    let letter = Parcel { grams: 80, express: false };
    let boots = Parcel { grams: 900, express: true };
    assert_eq!(fee(&letter), 290);
    assert_eq!(fee(&boots), 860);
    println!("boots cost {}", fee(&boots));
}
