/// The HTTP API: rustmend for programs on this machine, and for other machines where its owner
/// wants that.
///
/// Comes in: requests with a token. Goes out: JSON, or events while something takes long; the Model
/// Context Protocol by [dev.rustmend.mcp]; an OpenAPI document; metrics.
///
/// Never: computes an answer itself; answers a page of a browser; writes what was asked into a log.
@org.jspecify.annotations.NullMarked
package dev.rustmend.http;
