/// The worker process: llama.cpp, behind the JSON-RPC calls of [dev.rustmend.model.WorkerCalls].
///
/// Comes in: calls on the standard input. Goes out: answers and pieces of text on what was the
/// standard output when the process began.
///
/// Never: runs in the server's process; is used by anything but the command `model-worker`.
@org.jspecify.annotations.NullMarked
package dev.rustmend.llama;
