struct Student {
    name: String,
    marks: Vec<u32>,
}

fn class_average(students: Vec<Student>) -> f64 {
    let mut sum = 0.0;
    for student in students {
        let total: u32 = student.marks.iter().sum();
        let mean = total as f64 / student.marks.len() as f64;
        println!("{}: {:.1}", student.name, mean);
        sum += mean;
    }
    sum / students.len() as f64
}

fn main() {
    let students = vec![
        Student { name: "Lea".to_string(), marks: vec![10, 12] },
        Student { name: "Omar".to_string(), marks: vec![15, 15, 12] },
    ];
    let avg = class_average(students);
    assert_eq!(avg, 12.5);
}
