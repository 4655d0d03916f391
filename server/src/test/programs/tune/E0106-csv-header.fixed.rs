#[derive(Debug)]
struct Column<'a> {
    name: &'a str,
    index: usize,
}

fn columns<'a>(header: &'a str) -> Vec<Column<'a>> {
    header
        .split(',')
        .enumerate()
        .map(|(index, name)| Column { name: name.trim(), index })
        .collect()
}

fn cell<'r>(row: &'r str, column: &Column) -> Option<&'r str> {
    row.split(',').nth(column.index).map(str::trim)
}

fn main() {
    let cols = columns("city, country, people");
    assert_eq!(cols.len(), 3);
    assert_eq!(cols[1].name, "country");
    assert_eq!(cell("Porto, Portugal, 231800", &cols[2]), Some("231800"));
    assert_eq!(cell("Porto", &cols[2]), None);
}
