fn quick_sort(list: Vec<i32>) -> Vec<i32> {
    if list.len() < 2 {
        return list;
    }
    let pivot = list[0];
    let mut smaller = Vec::new();
    let mut larger = Vec::new();
    for n in &list[1..] {
        if *n < pivot {
            smaller.push(*n);
        } else {
            larger.push(*n);
        }
    }
    quick_sort(smaller) + vec![pivot] + quick_sort(larger)
}

fn is_sorted(list: &[i32]) -> bool {
    list.windows(2).all(|w| w[0] <= w[1])
}

fn main() {
    let sorted = quick_sort(vec![5, -2, 9, 5, 0]);
    assert_eq!(sorted, [-2, 0, 5, 5, 9]);
    assert!(is_sorted(&quick_sort((0..50).map(|n| n * 37 % 11).collect())));
    assert!(quick_sort(vec![]).is_empty());
}
