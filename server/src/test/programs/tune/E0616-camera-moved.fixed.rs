// Camera used to live next to `main`; it got its own module this morning.
mod camera {
    pub struct Camera {
        pub x: f32,
        pub y: f32,
        pub zoom: f32,
    }

    impl Camera {
        pub fn centered() -> Camera {
            Camera { x: 0.0, y: 0.0, zoom: 1.0 }
        }
    }
}

use camera::Camera;

fn to_screen(camera: &Camera, x: f32, y: f32) -> (f32, f32) {
    ((x - camera.x) * camera.zoom, (y - camera.y) * camera.zoom)
}

fn scroll(camera: &mut Camera, notches: i32) {
    for _ in 0..notches {
        camera.zoom *= 2.0;
    }
}

fn main() {
    let mut camera = Camera::centered();
    camera.x = 10.0;
    scroll(&mut camera, 2);
    assert_eq!(to_screen(&camera, 12.0, 1.0), (8.0, 4.0));
    assert_eq!(camera.y, 0.0);
}
