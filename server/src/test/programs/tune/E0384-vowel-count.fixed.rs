struct Stats {
    vowels: usize,
    longest_run: usize,
}

fn vowel_stats(word: &str) -> Stats {
    let mut vowels = 0;
    let mut run = 0;
    let mut longest_run = 0;
    for c in word.chars() {
        if "aeiou".contains(c) {
            vowels += 1;
            run += 1;
            if run > longest_run {
                longest_run = run;
            }
        } else {
            run = 0;
        }
    }
    Stats { vowels, longest_run }
}

fn main() {
    let s = vowel_stats("queueing");
    assert_eq!(s.vowels, 5);
    assert_eq!(s.longest_run, 5);
    let s = vowel_stats("rhythm");
    assert_eq!((s.vowels, s.longest_run), (0, 0));
}
