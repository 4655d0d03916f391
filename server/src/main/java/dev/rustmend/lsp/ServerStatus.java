package dev.rustmend.lsp;

import org.jspecify.annotations.Nullable;

/// The parameters of `experimental/serverStatus`, in rust-analyzer's shape: `health` is `ok`,
/// `warning` or `error`; `quiescent` is false while a check runs; `message` may be empty. `errors`
/// and `fixable` count what the last checks of all workspaces found; null where none has ended.
record ServerStatus(
    String health,
    boolean quiescent,
    String message,
    @Nullable Long errors,
    @Nullable Long fixable) {}
