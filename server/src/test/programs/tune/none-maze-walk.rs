#[derive(Clone, Copy, PartialEq)]
enum Tile {
    Wall,
    Floor,
}

fn parse_maze(text: &str) -> Vec<Vec<Tile>> {
    text.lines()
        .map(|line| {
            line.chars()
                .map(|c| if c == '#' { Tile::Wall } else { Tile::Floor })
                .collect()
        )
        .collect()
}

fn open_neighbours(maze: &[Vec<Tile>], x: usize, y: usize) -> usize {
    [(0i32, -1i32), (1, 0), (0, 1), (-1, 0)]
        .iter()
        .filter(|(dx, dy)| {
            let nx = (x as i32 + dx) as usize;
            let ny = (y as i32 + dy) as usize;
            maze.get(ny).and_then(|row| row.get(nx)) == Some(&Tile::Floor)
        })
        .count()
}

fn main() {
    let maze = parse_maze("####\n#..#\n#.##\n####");
    assert_eq!(open_neighbours(&maze, 1, 1), 2);
    assert_eq!(open_neighbours(&maze, 2, 1), 1);
}
