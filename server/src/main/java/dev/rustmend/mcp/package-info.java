/// The Model Context Protocol: rustmend as tools, resources and prompts of an agent.
///
/// Comes in: messages of a client, by stdio or by HTTP. Goes out: what the calls of
/// [dev.rustmend.service.RustmendService] answer, as structured content with a short text.
///
/// Never: computes an answer itself; uses a folder that neither the client nor whoever started it
/// has opened.
@org.jspecify.annotations.NullMarked
package dev.rustmend.mcp;
