#[derive(Debug, Clone, Copy, PartialEq)]
struct Span<T> {
    low: T,
    high: T,
}

impl<T: Copy> Span<T> {
    fn around(values: &[T]) -> Option<Span<T>> {
        let first = *values.first()?;
        let mut span = Span { low: first, high: first };
        for &v in &values[1..] {
            if v < span.low {
                span.low = v;
            }
            if v > span.high {
                span.high = v;
            }
        }
        Some(span)
    }

    fn holds(&self, v: T) -> bool {
        self.low <= v && v <= self.high
    }
}

fn main() {
    let temps = Span::around(&[3.5, -1.0, 8.25]).unwrap();
    assert_eq!(temps, Span { low: -1.0, high: 8.25 });
    assert!(temps.holds(0.0));
    let letters = Span::around(&['q', 'c', 'x']).unwrap();
    assert!(!letters.holds('a'));
    assert!(Span::<u8>::around(&[]).is_none());
}
