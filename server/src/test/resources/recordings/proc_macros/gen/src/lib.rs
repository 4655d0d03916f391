use proc_macro::TokenStream;

/// Code without a place of its own: rustc points at the call.
#[proc_macro]
pub fn wrong(_: TokenStream) -> TokenStream {
    "{ let text: String = \"literal\"; text }".parse().unwrap()
}

#[proc_macro_derive(Wrong)]
pub fn derive_wrong(_: TokenStream) -> TokenStream {
    "fn derived() -> String { \"literal\" }".parse().unwrap()
}

#[proc_macro_attribute]
pub fn also(_: TokenStream, item: TokenStream) -> TokenStream {
    let mut all: TokenStream = "fn attributed() -> String { \"literal\" }".parse().unwrap();
    all.extend(item);
    all
}

#[proc_macro]
pub fn keep(tokens: TokenStream) -> TokenStream {
    tokens
}
