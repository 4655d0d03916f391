#[derive(Debug, Clone, Copy, PartialEq)]
struct Size {
    width: u32,
    height: u32,
}

/// Shrinks a size so that it fits into the box, keeping the proportions.
fn fit(size: Size, limit: Size) -> Size {
    let Size { width, height } = size;
    if width > limit.width {
        height = height * limit.width / width;
        width = limit.width;
    }
    if height > limit.height {
        width = width * limit.height / height;
        height = limit.height;
    }
    Size { width, height }
}

fn small_images_stay() {
    let icon = Size { width: 16, height: 16 };
    assert_eq!(fit(icon, Size { width: 100, height: 20 }), icon);
}

fn wide_and_tall_images_shrink() {
    let limit = Size { width: 100, height: 100 };
    let wide = Size { width: 400, height: 100 };
    assert_eq!(fit(wide, limit), Size { width: 100, height: 25 });
    let tall = Size { width: 200, height: 800 };
    assert_eq!(fit(tall, limit), Size { width: 25, height: 100 });
}

fn main() {
    small_images_stay();
    wide_and_tall_images_shrink();
}
