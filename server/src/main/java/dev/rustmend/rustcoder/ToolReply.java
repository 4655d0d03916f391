package dev.rustmend.rustcoder;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a tool answers: the one text that the original's clients read, the same with flags as JSON,
/// and whether it failed.
public record ToolReply(String text, Map<String, @Nullable Object> structured, boolean isError) {}
