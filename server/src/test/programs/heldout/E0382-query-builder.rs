#[derive(Debug, Default)]
struct Query {
    table: String,
    limit: Option<usize>,
    order: Option<String>,
}

impl Query {
    fn table(name: &str) -> Self {
        Query { table: name.to_string(), ..Query::default() }
    }

    fn limit(mut self, n: usize) -> Self {
        self.limit = Some(n);
        self
    }

    fn order_by(mut self, column: &str) -> Self {
        self.order = Some(column.to_string());
        self
    }

    fn sql(&self) -> String {
        let mut sql = format!("SELECT * FROM {}", self.table);
        if let Some(column) = &self.order {
            sql += &format!(" ORDER BY {column}");
        }
        if let Some(n) = self.limit {
            sql += &format!(" LIMIT {n}");
        }
        sql
    }
}

fn newest(table: &str, count: usize) -> String {
    let query = Query::table(table);
    query.order_by("created");
    query.limit(count);
    query.sql()
}

fn main() {
    assert_eq!(newest("posts", 5), "SELECT * FROM posts ORDER BY created LIMIT 5");
    assert_eq!(Query::table("tags").sql(), "SELECT * FROM tags");
}
