package dev.rustmend.prompt;

/// What came of writing a prompt.
public sealed interface PromptResult {
  /// A prompt that fits the model's context.
  record Written(RepairPrompt prompt) implements PromptResult {}

  /// There is none; `why` is a clause for people.
  record Refused(String why) implements PromptResult {}
}
