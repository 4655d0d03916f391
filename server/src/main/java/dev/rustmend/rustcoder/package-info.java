/// The interface of the Rust Coder service, kept so that its clients move over by changing an
/// address: the same paths, fields and defaults, with fields only added.
///
/// Comes in: a method, a path and a body as maps of JSON. Goes out: a status with a body as maps,
/// or a file.
///
/// Never: knows HTTP or MCP; answers with sources that nobody asked for; calls a build good that
/// was not; runs a program unless the operator allows it.
@NullMarked
package dev.rustmend.rustcoder;

import org.jspecify.annotations.NullMarked;
