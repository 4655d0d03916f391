use std::collections::BTreeMap;

#[derive(Debug, Default)]
struct Patient {
    readings: Vec<f32>,
    alerts: Vec<&'static str>,
}

struct Ward {
    beds: BTreeMap<u8, Patient>,
}

impl Ward {
    fn measure(&mut self, bed: u8, celsius: f32) -> bool {
        let Some(patient) = self.beds.get_mut(&bed) else {
            return false;
        };
        patient.readings.push(celsius);
        if celsius >= 38.5 {
            patient.alerts.push("fever");
        } else if celsius < 35.0 {
            patient.alerts.push("cold");
        }
        true
    }
}

fn main() {
    let mut ward = Ward { beds: BTreeMap::from([(1, Patient::default()), (4, Patient::default())]) };
    assert!(ward.measure(1, 36.9));
    assert!(ward.measure(1, 39.2));
    assert!(ward.measure(4, 34.1));
    assert!(!ward.measure(2, 37.0));
    assert_eq!(ward.beds[&1].alerts, ["fever"]);
    assert_eq!(ward.beds[&1].readings.len(), 2);
    assert_eq!(ward.beds[&4].alerts, ["cold"]);
}
