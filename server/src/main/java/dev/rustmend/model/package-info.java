/// A language model behind one blocking call: a worker process that runs llama.cpp, or a service
/// that speaks OpenAI's protocol. And the files of models: read, listed, fetched.
///
/// Comes in: messages, a grammar, a budget. Goes out: text, and what it cost, by way of
/// [LanguageModel].
///
/// Never: knows Rust, diagnostics or entries; loads native code into this process; connects to an
/// address that no setting or command names; writes or logs a key.
@org.jspecify.annotations.NullMarked
package dev.rustmend.model;
