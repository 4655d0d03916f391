package dev.rustmend.lsp;

/// The parameters of `experimental/serverStatus`, in rust-analyzer's shape: `health` is `ok`,
/// `warning` or `error`; `quiescent` is false while a check runs; `message` may be empty.
record ServerStatus(String health, boolean quiescent, String message) {}
