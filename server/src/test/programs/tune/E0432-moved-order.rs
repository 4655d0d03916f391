mod domain {
    pub mod orders {
        #[derive(Debug, Clone)]
        pub struct Order {
            pub id: u32,
            pub cents: u64,
        }
    }

    pub mod customers {
        pub struct Customer {
            pub name: String,
        }
    }
}

mod billing {
    use crate::domain::customers::Customer;
    use crate::domain::Order;

    pub fn invoice(customer: &Customer, orders: &[Order]) -> String {
        let total: u64 = orders.iter().map(|o| o.cents).sum();
        format!("{} owes {}.{:02}", customer.name, total / 100, total % 100)
    }
}

fn main() {
    let customer = domain::customers::Customer { name: "Ines".to_string() };
    let orders = vec![
        domain::orders::Order { id: 1, cents: 1250 },
        domain::orders::Order { id: 2, cents: 399 },
    ];
    assert_eq!(billing::invoice(&customer, &orders), "Ines owes 16.49");
    assert_eq!(orders[1].id, 2);
}
