struct Offer {
    seller: &'static str,
    cents: u32,
    days: u8,
}

fn cheapest(offers: &[Offer], max_days: u8) -> Option<&Offer> {
    let mut lowest = u32.MAX;
    let mut best = None;
    for offer in offers {
        if offer.days <= max_days && offer.cents < lowest {
            lowest = offer.cents;
            best = Some(offer);
        }
    }
    best
}

fn main() {
    let offers = [
        Offer { seller: "north", cents: 1999, days: 2 },
        Offer { seller: "depot", cents: 1450, days: 9 },
        Offer { seller: "corner", cents: 2100, days: 0 },
    ];
    assert_eq!(cheapest(&offers, 30).map(|o| o.seller), Some("depot"));
    assert_eq!(cheapest(&offers, 2).map(|o| o.seller), Some("north"));
    assert!(cheapest(&[], 2).is_none());
}
